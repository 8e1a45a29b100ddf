import type { CountyAnswer } from '../../../domain/api/families.ts';
import { t } from '../language/texts.ts';

interface Line {
  name: string;
  number: string;
}

/** Known without asking any server: this list must also stand when nothing else can be fetched. */
const everywhere = (): Line[] => [
  { number: '110', name: t('emergency.110') },
  { number: '112', name: t('emergency.112') },
  { number: '116 111', name: t('emergency.116111') },
  { number: '0800 111 0550', name: t('emergency.08001110550') },
];

const digits = (number: string) => number.replace(/\D/g, '');

/** Who answers now: the numbers that hold everywhere, then the county's own, each once. */
export const emergencyNumbers = (county: CountyAnswer | undefined): Line[] => {
  const own = everywhere();
  const known = new Set(own.map(({ number }) => digits(number)));
  return [...own, ...(county?.emergency ?? []).filter(({ number }) => !known.has(digits(number)))];
};
