import { Link } from 'react-router';
import { Apart } from '../table/apart.tsx';
import classes from './record.module.css';

interface Props {
  /** Absent when the log has no such call. */
  readonly callId: number | undefined;
  /** The endpoint that it came through. */
  readonly through?: string | undefined;
  /** What AI did, as the beginning of a sentence. */
  readonly did?: string;
}

/** Marks what an AI wrote, and opens the call that did. */
export function AiMark({ callId, through, did = 'Made by AI' }: Props) {
  const said = `${did} through ${through === undefined ? 'the MCP endpoint' : `“${through}”`}`;
  if (callId === undefined) {
    return (
      <span className={classes['ai']} title={said}>
        AI
      </span>
    );
  }
  return (
    <Apart>
      <Link
        className={classes['ai']}
        to={`/activity/${callId}`}
        title={`${said}. Open call ${callId}.`}
        aria-label={`${did}: open call ${callId}`}
      >
        AI
      </Link>
    </Apart>
  );
}
