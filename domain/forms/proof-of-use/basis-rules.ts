import type { Issue } from '../../languages/problem.ts';
import { addUp, type Cents } from '../../money/cents.ts';
import type { ProofOfUseAnswers } from './answers.ts';
import type { ProofBasis } from './basis.ts';
import { monthsOf } from './months.ts';
import { netOf, partsStated } from './proven.ts';

/** More than a tenth more or less; what was not granted at all deviates with the first cent. */
export const deviates = (granted: Cents, stated: Cents): boolean => Math.abs(stated - granted) * 10 > granted;

const positionIssues = (basis: ProofBasis, { positions }: ProofOfUseAnswers): Issue[] => {
  const granted = new Map(basis.positions.map((one) => [one.id, one]));
  const rows = positions.flatMap((row, n): Issue[] => {
    const of = granted.get(row.id);
    const at = (field: string, message: string) => ({ path: ['positions', n, field], message });
    if (!of) return [at('id', 'unknown-choice')];
    const months = monthsOf(of);
    return [
      ...(row.months > months ? [at('months', 'more-months')] : []),
      ...(row.months < months && !row.vacancy ? [at('vacancy', 'required')] : []),
      ...(deviates(of.granted, row.cost) && !row.deviation ? [at('deviation', 'required')] : []),
    ];
  });
  const isMissing = basis.positions.some(({ id }) => !positions.some((row) => row.id === id));
  return isMissing ? [...rows, { path: ['positions'], message: 'position-missing' }] : rows;
};

/** Receipts say what was spent, to the cent. */
const receiptIssues = ({ positions, training, receipts = [] }: ProofOfUseAnswers): Issue[] => {
  const spent = addUp([...positions.map(({ cost }) => cost), training]);
  const shown = addUp(receipts.map(({ amount }) => amount));
  return spent === shown ? [] : [{ path: ['receipts'], message: 'receipts-differ' }];
};

/** What a proof must say because of what was granted: every position, and a reason wherever it went otherwise. */
export const basisIssues = (basis: ProofBasis, answers: ProofOfUseAnswers): Issue[] => {
  const isOff = deviates(basis.granted, netOf(partsStated(answers)));
  return [
    ...positionIssues(basis, answers),
    ...receiptIssues(answers),
    ...(isOff && !answers.report.deviations ? [{ path: ['report', 'deviations'], message: 'required' }] : []),
  ];
};
