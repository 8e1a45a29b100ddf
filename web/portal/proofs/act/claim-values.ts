import type { ProofFile } from '../../../../domain/api/proof.ts';
import type { ClaimKind } from '../../../../domain/forms/proof-of-use/claim.ts';
import { claimDrafted } from '../../../../domain/forms/proof-of-use/claim-draft.ts';
import type { Issue } from '../../../../domain/languages/problem.ts';
import type { Cents } from '../../../../domain/money/cents.ts';
import { readEuros } from '../../../../domain/money/euros.ts';
import { readComment } from '../../office/act/CommentAct.tsx';
import { type AskedParts, readAmounts, sumOfParts, type TypedParts } from '../../office/act/granted.ts';
import type { InName, Read } from '../../office/act/use-act.ts';

/** What is typed of an intended or drafted claim. */
export interface ClaimValues extends InName {
  /** As it follows without a word of the office, or part by part. */
  how: 'all' | 'parts';
  granted: TypedParts;
  /** No field: what is recognised in all, where that is wrong. */
  sum: string;
  interestFrom: string;
  setOff: { against: string; amount: string };
  comment: string;
}

const kindOf = (action: string, { intended }: ProofFile): ClaimKind => {
  if (action === 'claim') return intended?.kind ?? 'repayment';
  return action === 'intend-withdrawal' ? 'withdrawal' : 'repayment';
};

/** What is recognised unless parts are named: as the server does it. */
export const recognisedWithout = (action: string, { intended, stated }: ProofFile): Cents => {
  if (action === 'claim') return intended?.recognised ?? 0;
  return action === 'intend-withdrawal' ? 0 : stated;
};

/** What is recognised with what is typed (cents). */
export const recognisedBy = (values: ClaimValues, action: string, file: ProofFile): Cents =>
  values.how === 'parts' ? sumOfParts(values.granted) : recognisedWithout(action, file);

const setOffOf = ({ setOff: { against, amount } }: ClaimValues) => {
  if (against === '' && amount.trim() === '') return {};
  const cents = readEuros(amount);
  const issues: Issue[] = [
    ...(against === '' ? [{ path: ['setOff', 'against'], message: 'required' }] : []),
    ...(amount.trim() === '' ? [{ path: ['setOff', 'amount'], message: 'required' }] : []),
    ...(amount.trim() !== '' && cents === undefined
      ? [{ path: ['setOff', 'amount'], message: 'amount' }]
      : []),
    ...(cents === 0 ? [{ path: ['setOff', 'amount'], message: 'required' }] : []),
  ];
  return issues.length > 0 || cents === undefined ? { issues } : { setOff: { against, amount: cents } };
};

/** The claim as it would be drafted with what is typed, by the rules of the server; what is typed wrongly is left out. */
export const draftedWith = (values: ClaimValues, file: ProofFile, today: string) => {
  const { rules, intended } = file;
  const { setOff } = setOffOf(values);
  return claimDrafted(
    {
      kind: kindOf('claim', file),
      paid: file.paid,
      recognised: recognisedBy(values, 'claim', file),
      heard: intended?.recognised ?? 0,
      interestFrom: values.interestFrom || undefined,
      today,
      year: file.year,
      setOff,
      committed: rules?.grants.find(({ application }) => application === setOff?.against)?.committed,
    },
    rules ?? { setOff: false },
  );
};

/** What is recognised is no field of its own: it is said below the parts. */
const atSum = (issue: Issue): Issue =>
  issue.path.join('.') === 'granted' ? { ...issue, path: ['sum'] } : issue;

const issuesOf = (values: ClaimValues, action: string, file: ProofFile, today: string): Issue[] => {
  if (action !== 'claim') {
    // A withdrawal takes back what was granted and not paid, too.
    const isNothing = action === 'intend-claim' && recognisedBy(values, action, file) >= file.paid;
    return isNothing ? [{ path: ['sum'], message: 'nothing-to-claim' }] : [];
  }
  const drafted = draftedWith(values, file, today);
  return drafted.ok ? [] : drafted.issues.map(atSum);
};

/** What is typed, as the API takes it, and what is wrong with it. */
export const readClaim = (
  values: ClaimValues,
  {
    action,
    file,
    stated,
    today,
  }: { action: string; file: ProofFile; stated: AskedParts | undefined; today: string },
): Read => {
  const parts =
    values.how === 'parts' && stated ? readAmounts(values.granted, stated, 'more-than-stated') : undefined;
  const comment = readComment(values.comment, true);
  const { setOff, issues = [] } = action === 'claim' ? setOffOf(values) : {};
  const ofParts = parts?.issues ?? [];
  return {
    more: {
      ...comment.more,
      ...(parts && { granted: parts.granted }),
      ...(action === 'claim' && values.interestFrom && { interestFrom: values.interestFrom }),
      ...(setOff && { setOff }),
    },
    issues: [
      ...ofParts,
      // What the parts come to says nothing while one of them cannot be read.
      ...(ofParts.length > 0 ? [] : issuesOf(values, action, file, today)),
      ...issues,
      ...comment.issues,
    ],
  };
};
