import { Link } from 'react-router';
import classes from './record.module.css';

/** Marks what an AI wrote, and opens the call that did. */
export function AiMark({ callId }: { readonly callId: number | undefined }) {
  if (callId === undefined) {
    return (
      <span className={classes['ai']} title="Made through the MCP endpoint">
        AI
      </span>
    );
  }
  return (
    <Link
      className={classes['ai']}
      to={`/activity/${callId}`}
      title={`Made through the MCP endpoint. Open call ${callId}.`}
      aria-label={`Made by AI: open call ${callId}`}
    >
      AI
    </Link>
  );
}
