import * as z from 'zod';
import { AwsServiceError } from '../aws-server.ts';
import { checkSignature, denied } from './signature.ts';

const condition = z.union([
  z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
  z.tuple([z.literal('content-length-range'), z.int(), z.int()]),
  z.record(z.string(), z.string()),
]);
const postPolicy = z.object({ expiration: z.iso.datetime(), conditions: z.array(condition) });

/** The policy covers every field but these. */
const UNCOVERED = /^(policy|x-amz-signature|x-ignore-.*)$/;

/** Fields of a form for uploading by name, in small letters: S3 does not tell large ones apart. */
export type FormFields = ReadonlyMap<string, string>;

const checkSize = (size: number, least: number, most: number): void => {
  if (size < least) throw new AwsServiceError('EntityTooSmall', `${size} bytes are fewer than ${least}`, 400);
  if (size > most) throw new AwsServiceError('EntityTooLarge', `${size} bytes are more than ${most}`, 400);
};

/**
 * Checks a form for uploading as S3 does: the policy signed as it stands and not too old, its conditions met by the fields and
 * by the file's size, and no field that it does not speak of.
 * @param size of the file, in bytes
 * @param now milliseconds since 1970
 * @returns the access key's id of who signed it
 * @throws AwsServiceError
 */
export const checkForm = (secret: string, fields: FormFields, size: number, now: number): string => {
  const field = (name: string): string => fields.get(name) ?? '';
  const encoded = field('policy');
  const by = checkSignature(secret, field('x-amz-credential'), encoded, field('x-amz-signature'));
  const policy = postPolicy.parse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  if (!(now <= Date.parse(policy.expiration))) throw denied('Invalid according to Policy: Policy expired.');

  const covered = new Set<string>();
  const demand = (name: string, holds: (value: string) => boolean): void => {
    covered.add(name);
    if (!holds(field(name))) throw denied(`Invalid according to Policy: Policy Condition failed: ${name}`);
  };
  for (const one of policy.conditions) {
    if (!Array.isArray(one))
      for (const [name, wanted] of Object.entries(one))
        demand(name.toLowerCase(), (value) => value === wanted);
    else if (one[0] === 'content-length-range') checkSize(size, one[1], one[2]);
    else {
      const [kind, name, wanted] = one;
      const holds = (value: string) => (kind === 'eq' ? value === wanted : value.startsWith(wanted));
      demand(name.slice(1).toLowerCase(), holds);
    }
  }
  const extra = [...fields.keys()].find((name) => !covered.has(name) && !UNCOVERED.test(name));
  if (extra) throw denied(`Invalid according to Policy: Extra input fields: ${extra}`);
  return by;
};
