import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import { type Attachment, refusals } from '../../files/attachment.ts';
import words from '../../languages/de/budget-application.json' with { type: 'json' };
import { type Tree, tree } from './differences.ts';
import { legalForms, providerKinds } from './fields.ts';
import { purposes } from './purposes.ts';

/** The paths of all fields without the ids of rows: what the page's labels are called. */
const pathsOf = (fields: Tree, at = ''): string[] =>
  Object.entries(fields).flatMap(([name, field]) => [
    at + name,
    ...(field.fields ? pathsOf(field.fields, `${at}${name}.`) : []),
  ]);

const states: Attachment['state'][] = ['awaited', 'checking', 'clean', 'refused'];

test.each([
  ...pathsOf(tree),
  ...legalForms.map((one) => `provider.legalForm.${one}`),
  ...providerKinds.map((one) => `provider.kind.${one}`),
  ...purposes.map((one) => `purpose.${one}`),
  ...refusals.map((one) => `attachments.refused.${one}`),
  ...states.map((one) => `attachments.state.${one}`),
])('%s has its German words', (key) => {
  expect(words).toHaveProperty([key]);
});

test.each(Object.entries(words))('%s is a message that can be put together', (_key, message) => {
  expect(message.trim()).not.toBe('');
  expect(() => compileMessageOrThrow(message)).not.toThrow();
});
