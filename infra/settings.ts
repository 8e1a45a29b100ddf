import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type County, county } from '../domain/places/county.ts';

/**
 * What an installation in AWS needs beside counties/<slug>/county.json. It stands in counties/<slug>/installation.json,
 * and each text may also be given as context (`-c webAcl=…`), which then wins. All of it may be missing.
 */
const installation = z.strictObject({
  /** An OpenID Connect issuer whose people log in; without it the installation gets a Cognito user pool of its own. */
  issuer: z.optional(z.url()),
  /** The portal's public client at that issuer. */
  clientId: z.optional(z.string()),
  /** Expected in the access token's `aud` (or `client_id`); the client's id unless given. */
  audience: z.optional(z.string()),
  /** The pages' own name, and its certificate, which CloudFront wants in a region of its own choosing. */
  domain: z.optional(z.string()),
  certificate: z.optional(z.string()),
  /** ARN of a WAFv2 web ACL of scope CLOUDFRONT: it lives in CloudFront's region, not in the county's, so it is made there. */
  webAcl: z.optional(z.string()),
  /** The verified SES identity that mails are sent with; the sender's domain unless given. */
  mailIdentity: z.optional(z.string()),
  /** Who is told of alarms. Without it nobody is, and synthesis warns. */
  operatorMail: z.optional(z.email()),
  /** US dollars a month, of the whole account. */
  monthlyBudget: z._default(z.coerce.number().check(z.positive()), 50),
  /** `false` where the organisation already records this account's management events, uses of keys included. */
  trail: z._default(z.union([z.boolean(), z.stringbool()]), true),
});

export interface Settings extends z.infer<typeof installation> {
  county: County;
}

export class SettingsError extends Error {
  override name = 'SettingsError';
}

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SettingsError(`${file}: ${error instanceof Error ? error.message : error}`);
  }
};

const checked = <T>(file: string, parsed: z.core.$ZodType<T>, value: unknown): T => {
  const result = z.safeParse(parsed, value);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
  throw new SettingsError(`${file}: ${wrong.join('; ')}`);
};

/**
 * @param slug the folder in counties/
 * @param context the value of a context key (`-c key=value`), or undefined
 * @throws SettingsError naming the file and the field
 */
export const readSettings = (slug: string, context: (key: string) => unknown = () => undefined): Settings => {
  const folder = join(import.meta.dirname, '../counties', slug);
  const countyFile = join(folder, 'county.json');
  if (!existsSync(countyFile)) throw new SettingsError(`counties/${slug}/county.json is missing`);
  const file = join(folder, 'installation.json');
  const given = Object.keys(installation.shape).flatMap((key) => {
    const value = context(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  const merged = { ...(existsSync(file) ? (readJson(file) as object) : {}), ...Object.fromEntries(given) };
  const settings = checked(file, installation, merged);
  if (settings.issuer && !settings.clientId) throw new SettingsError(`${file}: an issuer needs a clientId`);
  if (Boolean(settings.domain) !== Boolean(settings.certificate))
    throw new SettingsError(`${file}: domain and certificate belong together`);
  return { ...settings, county: checked(countyFile, county, readJson(countyFile)) };
};

/** Mails are sent with this verified identity; by default the whole domain of the neutral sender. */
export const mailIdentityOf = ({ mailIdentity, county }: Settings): string =>
  mailIdentity ?? county.mailFrom.slice(county.mailFrom.indexOf('@') + 1);
