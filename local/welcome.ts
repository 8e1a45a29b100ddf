import type { Options } from './options.ts';
import type { RunningServer } from './server.ts';

/** The first lines after a start: where it is, as whom one can log in, what to try. */
export const welcome = ({ url, people, clock }: RunningServer, { data }: Options): string => {
  const roles = [...new Set(people.flatMap((person) => person.roles))];
  const users = roles.map((role) => {
    const ids = people.filter((person) => person.roles.includes(role)).map(({ id }) => id);
    return `  ${ids.length > 4 ? `${ids.slice(0, 3).join(', ')} … ${ids.at(-1)}` : ids.join(', ')}`;
  });
  const token = `npm run -s token -- social-worker --port ${new URL(url).port} --data ${data}`;
  return `
Bindeglied is ready. Everything in it is invented; stop it with Ctrl+C, it goes on with ${data} next time.

  ${url}/          for families
  ${url}/portal/   for those who log in
  ${url}/mails     what was mailed
  ${url}/clock     the time here: ${clock.now()}

Users (a click on the login page, no password):
${users.join('\n')}

What to try:
  1. Send a contact request for "Kita Biebelnheim" and keep the receipt code.
  2. Log in to the portal as social-worker, accept it and write an answer.
  3. Read the answer with the receipt code, and look at the mails.
  4. Or leave it lying: move the clock by a week, then log in as coordinator.
  5. As treasurer put next year's budget in force, as provider apply for it, as clerk, coordinator and head decide; the README has
     the steps.
  6. curl -H "Authorization: Bearer $(${token})" ${url}/api/tasks
`;
};
