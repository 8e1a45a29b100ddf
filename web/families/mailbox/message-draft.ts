import { forget, keep, kept } from '../device/storage.ts';
import { uuidV7 } from '../device/uuid.ts';

/** A message begun in the mailbox: kept in the tab, with its id, until it has arrived. */
export interface MessageDraft {
  id: string;
  text: string;
}

const NAME = 'message';

export const keptMessage = (): MessageDraft => kept<MessageDraft>('tab', NAME) ?? { id: uuidV7(), text: '' };
export const keepMessage = (draft: MessageDraft): void => keep('tab', NAME, draft);
export const forgetMessage = (): void => forget('tab', NAME);
