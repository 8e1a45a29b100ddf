import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import * as z from 'zod/mini';
import { contactRequestAnswers } from '../../domain/forms/contact-request/answers.ts';

const root = join(import.meta.dirname, '../..');

/** The rules that join fields, which a schema does not say by itself: ours checks them in code. */
const joined = [
  { anyOf: [{ required: ['kita'] }, { required: ['municipality'] }] },
  {
    if: { properties: { replyBy: { const: 'telephone' } }, required: ['replyBy'] },
    then: { required: ['phone', 'mayLeaveMessage'] },
  },
  {
    if: { properties: { replyBy: { const: 'e-mail' } }, required: ['replyBy'] },
    then: { required: ['email'] },
  },
];

/**
 * Compiles the form's own schema to a program of ajv's, and answers its file. It checks a little less than ours: not the
 * characters of a name nor whether a number can be called, and it trims and normalizes nothing.
 */
export const makeValidator = async (): Promise<string> => {
  const schema = z.toJSONSchema(contactRequestAnswers, { target: 'draft-2020-12', io: 'input' });
  const ajv = new Ajv2020({ code: { source: true }, validateFormats: false, strict: false, allErrors: true });
  const validate = ajv.compile({ ...schema, allOf: joined });
  const folder = join(root, '.cache/bench');
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'validate.cjs');
  // One function that a CommonJS file exports; the package's types know only its default.
  const codeOf = standalone as unknown as { default: (of: Ajv2020, validator: unknown) => string };
  await writeFile(file, codeOf.default(ajv, validate));
  return file;
};
