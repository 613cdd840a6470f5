import { Link } from 'react-router';
import { defaultEndpointId } from '../../../../src-shared/domain/endpoint-settings.ts';
import { describeError } from '../../../components/describe-error.ts';
import { formatNumber } from '../../../components/format-number.ts';
import { useOffered } from './use-offered.ts';
import classes from './setup.module.css';

interface Props {
  readonly endpointId: string;
  readonly as: string;
}

/** How many tools the model is shown, and what that costs. */
export function Offered({ endpointId, as }: Props) {
  const { offered, error } = useOffered(endpointId, as);
  const path = endpointId === defaultEndpointId ? '/mcp-endpoint#tools' : `/collections/${endpointId}`;
  if (error !== null) {
    return (
      <p className={classes['note']} data-bad>
        {describeError(error).sentence}
      </p>
    );
  }
  return (
    <p className={classes['note']}>
      {offered !== undefined && (
        <>
          <Link to={path}>
            {formatNumber(offered.tools.length)} {offered.tools.length === 1 ? 'tool' : 'tools'}
          </Link>
          : about {formatNumber(offered.tokens)} tokens with every request.
        </>
      )}
    </p>
  );
}
