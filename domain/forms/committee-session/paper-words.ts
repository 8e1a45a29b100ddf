import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import words from '../../languages/de/committee-paper.json' with { type: 'json' };

const i18n = setupI18n({ locale: 'de', messages: { de: words } });
i18n.setMessagesCompiler(compileMessage);

/** A text of the session's papers, ICU values filled in. */
export const sayPaper = (key: keyof typeof words, values?: Record<string, string | number>): string =>
  i18n._(key, values);
