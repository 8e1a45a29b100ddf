import type { Asker } from '../../people/asker.ts';
import type { Role } from '../../people/role.ts';
import { type Area, COUNTY } from './area.ts';

/** Who steers by the results, and who checks. Everybody sees the same figures hidden. */
const ALL: readonly Role[] = ['coordinator', 'head', 'auditor', 'committee'];
/** Who sees the own results and the county's. */
const OWN: readonly Role[] = ['kita', 'provider'];

const isOwn = ({ roles, kitas = [], provider }: Asker, area: Area): boolean =>
  (roles.includes('kita') && kitas.some((id) => area.key === `kita:${id}`)) ||
  (roles.includes('provider') &&
    provider !== undefined &&
    (area.provider === provider || area.key === `provider:${provider}`));

/** Whether somebody may see the whole county's results, and so any. */
export const maySeeCounty = ({ roles }: Asker): boolean =>
  roles.some((role) => ALL.includes(role) || OWN.includes(role));

/** Whether somebody may see an area's results. */
export const maySeeResults = (asker: Asker, area: Area): boolean => {
  if (asker.roles.some((role) => ALL.includes(role))) return true;
  return maySeeCounty(asker) && (area.key === COUNTY || isOwn(asker, area));
};
