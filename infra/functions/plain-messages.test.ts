import { compileMessage as compileIcu } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import { languages } from '../../domain/languages/language.ts';
import { compileMessage } from './plain-messages.ts';

/** The messages that domain/languages/words.ts puts into the bundles. */
const parts = ['api', 'mails', 'problems'];

test.each(languages.flatMap((language) => parts.map((part) => [language, part] as const)))(
  'what the functions say in %s/%s.json means the same to the bundle as to ICU',
  async (language, part) => {
    const file = `../../domain/languages/${language}/${part}.json`;
    const { default: messages } = (await import(file, { with: { type: 'json' } })) as {
      default: Record<string, string>;
    };
    for (const [key, message] of Object.entries(messages))
      expect(compileMessage(message), key).toEqual(compileIcu(message));
  },
);
