import * as z from 'zod/mini';

const name = z.string('is missing').check(z.minLength(1, 'is empty'));

/** Every setting that a function can have; each function picks those it needs. */
export const settings = {
  TABLE_NAME: name,
  KEYS_TABLE_NAME: name,
  /** Answers of the needs survey and what was counted of them; used tokens. */
  ANSWERS_TABLE_NAME: name,
  TOKENS_TABLE_NAME: name,
  /** KMS key of sealed content. */
  SEALING_KEY_ID: name,
  /** KMS HMAC key from which receipt codes are derived. */
  MAC_KEY_ID: name,
  /** ARN up to the machine's name. */
  STATE_MACHINES: name,
  /** Where the pages are: links in mails lead there. */
  SITE_URL: z.url('is no URL'),
  /** Attachments and rendered documents. */
  FILES_BUCKET: name,
  /** Where browsers reach the bucket, if that is not where the SDK finds it: on one machine. */
  FILES_URL: z.optional(z.url('is no URL')),
  /** What CloudFront adds to each request; without it the API cannot be reached around the firewall. */
  ORIGIN_SECRET: z.optional(name),
} as const;

/** A setting is missing or wrong: the function does not start, and says which. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

/** Parses the environment at the cold start. @throws EnvironmentError naming each wrong variable. */
export const parseEnvironment = <T extends z.core.$ZodLooseShape>(shape: T, env: NodeJS.ProcessEnv) => {
  const parsed = z.object(shape).safeParse(env);
  if (parsed.success) return parsed.data;
  throw new EnvironmentError(
    parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join(', '),
  );
};
