import type { Exchange } from '../../../../src-shared/api/conversations.ts';
import { describeMilliseconds } from '../../../components/calls/describe-milliseconds.ts';
import { CopiedText } from '../../../components/copied-text.tsx';
import { describeMoment } from '../../../components/describe-moment.ts';
import { Properties } from '../../../components/record/properties.tsx';
import { Failure } from '../failure.tsx';

export function ExchangeFacts({ exchange }: { readonly exchange: Exchange }) {
  const { startedAt, firstEventAt, endedAt, requestId, error } = exchange;
  return (
    <>
      <Properties
        list={[
          ['Sent', describeMoment(startedAt)],
          ['First event', firstEventAt === undefined ? undefined : `after ${describeMilliseconds(firstEventAt)}`],
          ['Ended', endedAt === undefined ? undefined : `after ${describeMilliseconds(endedAt)}`],
          ['Request id', requestId && <CopiedText key="id" text={requestId} what="the request id" />],
        ]}
      />
      {error !== undefined && <Failure failure={error} />}
    </>
  );
}
