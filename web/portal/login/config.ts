import * as z from 'zod/mini';

/** `GET /portal/config.json`, written by the local server and by the deployment: whose people log in. */
const loginConfig = z.object({ issuer: z.url(), clientId: z.string(), scope: z.string() });
export type LoginConfig = z.infer<typeof loginConfig>;

/** @throws when the file is missing or wrong: without it nobody can log in. */
export const loadConfig = async (): Promise<LoginConfig> => {
  const answer = await fetch('/portal/config.json', { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`config.json answered ${answer.status}`);
  return loginConfig.parse(await answer.json());
};
