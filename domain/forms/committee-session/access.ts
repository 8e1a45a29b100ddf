import type { Asker, Standing } from '../../people/asker.ts';
import type { Role } from '../../people/role.ts';

/** Who sees the committee's sessions: its office, and those who read every funding file. The process says who acts. */
const READERS: readonly Role[] = ['committee', 'clerk', 'coordinator', 'head', 'auditor'];

export const sessionStanding = ({ roles }: Asker): Standing | undefined => {
  const own = roles.filter((role) => READERS.includes(role));
  return own.length > 0 ? { roles: own } : undefined;
};
