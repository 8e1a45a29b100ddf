import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import { languages } from '../../domain/languages/language.ts';
import { type Compiled, format, type Values } from './format.ts';

const folder = join(import.meta.dirname, '../../domain/languages');
const parts = ['families', 'contact-request', 'mailbox', 'privacy', 'problems', 'survey', 'survey-page'];
const messagesOf = (language: string, part: string) =>
  JSON.parse(readFileSync(join(folder, language, `${part}.json`), 'utf8')) as Record<string, string>;

/** Every name that a message puts in. */
const namesIn = (message: string) =>
  [...message.matchAll(/\{(\w+)(?:\}|, plural)/g)].map(([, name]) => name ?? '');
const placeholders = (message: string) => [...new Set(namesIn(message))].sort();

describe.each(languages.flatMap((language) => parts.map((part) => [language, part] as const)))(
  '%s/%s',
  (language, part) => {
    const german = messagesOf('de', part);
    const messages = messagesOf(language, part);

    test('has exactly the keys that German has', () => {
      expect(Object.keys(messages).sort()).toEqual(Object.keys(german).sort());
    });

    test.each(Object.entries(messages))(
      '%s says something and puts in what German puts in',
      (key, message) => {
        expect(message.trim()).not.toBe('');
        expect(placeholders(message)).toEqual(placeholders(german[key] ?? ''));
      },
    );

    test.each(Object.entries(messages))('%s is rendered as Lingui renders it', (key, message) => {
      const compiled = compileMessageOrThrow(message) as Compiled;
      const i18n = setupI18n({ locale: language, messages: { [language]: { [key]: compiled as never } } });
      for (const number of [0, 1, 2, 3, 11, 100, 1_000]) {
        const values: Values = Object.fromEntries(namesIn(message).map((name) => [name, number]));
        expect(format(compiled, values, language)).toBe(i18n._(key, values));
      }
    });
  },
);

test('every language of the pages has its folder', () => {
  expect(readdirSync(folder)).toEqual(expect.arrayContaining([...languages]));
});

test('no two parts that a page loads together have a key in common', () => {
  const keys = parts
    .filter((part) => part !== 'problems')
    .flatMap((part) => Object.keys(messagesOf('de', part)));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
