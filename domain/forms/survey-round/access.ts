import type { Asker, Standing } from '../../people/asker.ts';
import type { Role } from '../../people/role.ts';

/** Who sees the rounds themselves. Kitas and providers see their own forms and results; the process says who acts. */
const READERS: readonly Role[] = ['coordinator', 'head', 'auditor'];

export const roundStanding = ({ roles }: Asker): Standing | undefined => {
  const own = roles.filter((role) => READERS.includes(role));
  return own.length > 0 ? { roles: own } : undefined;
};
