import type { MadeByAi } from '../../../src-shared/api/made-by-ai.ts';
import { AiMark } from './ai-mark.tsx';

/** The mark of what was created through an endpoint; nothing for what people made. */
export function MadeByMark({ madeByAi }: { readonly madeByAi?: MadeByAi | undefined }) {
  return madeByAi && <AiMark callId={madeByAi.callId} through={madeByAi.endpointName} />;
}
