import type { Asker, Standing } from '../../people/asker.ts';
import { type InstitutionHead, institutionOf } from './particulars.ts';

const isOwn = ({ kitas = [], provider }: Asker, { form, about }: InstitutionHead) =>
  form === 'kita-survey' ? kitas.includes(about.unit) : provider === about.unit;

/** How somebody stands to an institution's answers: its own people, or the coordinator, who alone reads own words. */
export const institutionStanding = (asker: Asker, head: InstitutionHead): Standing | undefined => {
  const { role } = institutionOf[head.form];
  if (asker.roles.includes(role) && isOwn(asker, head)) return { roles: [role] };
  return asker.roles.includes('coordinator') ? { roles: ['coordinator'] } : undefined;
};
