import type { ProofFile } from '../../../domain/api/proof.ts';
import { knows, say } from './texts.ts';

/** A field of a proof in words, from its path: of a position its name and the field. */
export const fieldName = (path: string, { basis }: Pick<ProofFile, 'basis'>): string => {
  const [list, id, field] = path.split('.');
  const own = `field.${path}`;
  if (list !== 'positions') return knows(own) ? say(own) : path;
  const name = basis.positions.find((one) => one.id === id)?.function ?? id ?? '';
  const part = `row.${field}`;
  return field && knows(part) ? `${name}: ${say(part)}` : name;
};

const PLAIN = [
  'training',
  'thirdParty',
  'receipts',
  'report.caseSpecific',
  'report.acrossCases',
  'report.unrelated',
  'report.goals',
  'report.deviations',
];
const ROW = ['months', 'hours', 'cost', 'vacancy', 'deviation'];

/** Every path that a return can name. */
export const returnChoices = (file: Pick<ProofFile, 'basis'>): { value: string; label: string }[] =>
  [...file.basis.positions.flatMap(({ id }) => ROW.map((field) => `positions.${id}.${field}`)), ...PLAIN].map(
    (value) => ({ value, label: fieldName(value, file) }),
  );
