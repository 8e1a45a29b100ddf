import { describe, expect, it } from 'vitest';
import arApi from '../languages/ar/api.json' with { type: 'json' };
import ar from '../languages/ar/mails.json' with { type: 'json' };
import deApi from '../languages/de/api.json' with { type: 'json' };
import de from '../languages/de/mails.json' with { type: 'json' };
import enApi from '../languages/en/api.json' with { type: 'json' };
import en from '../languages/en/mails.json' with { type: 'json' };
import { languages } from '../languages/language.ts';
import { say } from '../languages/words.ts';
import type { MailAudience } from './mail.ts';
import { mailsFor, wordsOfMail } from './words-of-mail.ts';

const LINK = 'https://hilfe.example.org/postfach';

const every = languages.flatMap((language) =>
  (Object.keys(mailsFor) as MailAudience[]).flatMap((audience) =>
    mailsFor[audience].map((mail) => ({ language, audience, mail })),
  ),
);

describe('a mail', () => {
  it.each(every)('$mail to $audience has words in $language and one link', ({ language, audience, mail }) => {
    const { subject, text } = wordsOfMail(mail, audience, language, LINK);
    expect(subject).not.toMatch(/\.subject|[{}]/);
    expect(text).not.toMatch(/^(family|staff)\.|[{}]/);
    expect(text.split(LINK)).toHaveLength(2);
    expect(text.match(/https?:/g)).toHaveLength(1);
  });

  it.each(languages)('tells nobody who looks at a family’s inbox what it is about (%s)', (language) => {
    for (const mail of mailsFor.family) {
      const { subject, text } = wordsOfMail(mail, 'family', language, LINK);
      expect(`${subject} ${text}`).not.toMatch(/Kita|Jugendamt|youth|social|Sozial|رعاية|روضة/i);
    }
  });
});

describe('what the functions say', () => {
  it('has the same keys in every language', () => {
    for (const [one, others] of [
      [de, [en, ar]],
      [deApi, [enApi, arApi]],
    ] as const)
      for (const other of others) expect(Object.keys(other).sort()).toEqual(Object.keys(one).sort());
  });

  it.each(languages)('compiles and renders in %s', (language) => {
    for (const key of Object.keys(deApi))
      expect(say(language, 'api', key)).not.toMatch(/[{}]|\.(title|detail)$/);
  });
});
