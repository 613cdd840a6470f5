import type { ConversationSetup } from '../../../../src-shared/domain/conversations.ts';

export type ChangeSetup = (change: Partial<ConversationSetup>) => void;
