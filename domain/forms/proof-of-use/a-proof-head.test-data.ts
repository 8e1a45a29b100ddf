import type { County } from '../../places/county.ts';
import { type Act, applyAct } from '../../process/apply-act.ts';
import { head } from '../../submission/head.ts';
import type { Actor } from '../../submission/log.ts';
import { nextHead, positionOf } from '../../submission/next-head.ts';
import { budgetRules } from '../budget-application/a-budget-head.test-data.ts';
import type { Followed } from '../circumstances.ts';
import type { ProofAbout } from './about.ts';
import { followProofOfUse } from './follow.ts';
import type { ProofHead, ProofParticulars } from './particulars.ts';
import { proofOfUseV1 } from './process.ts';

/** The proof of the Verein's grant of 2027, filed on Tuesday 14 March 2028, which lies in the check; the schema of heads holds. */
export const aProofHead = ({
  about,
  ...change
}: Partial<Omit<ProofHead, 'about'>> & { about?: Partial<ProofAbout> } = {}): ProofHead =>
  head.parse({
    id: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6b',
    form: 'proof-of-use',
    process: { name: 'proof-of-use', version: 1 },
    version: 2,
    rev: 3,
    createdAt: '2027-01-04T09:00:00.000Z',
    at: 'check',
    visit: 2,
    since: '2028-03-14T09:00:00.000Z',
    due: '2028-03-28T22:00:00.000Z',
    missed: 0,
    run: 1,
    runSince: '2027-01-04T09:00:00.000Z',
    excluded: [],
    log: { n: 3, hash: 'hash' },
    owed: {},
    ...change,
    about: {
      application: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a',
      provider: 'verein',
      year: 2027,
      purpose: 'kita-social-work',
      fileNumber: '51-2027-5C6B6A',
      fileBy: '2028-03-31',
      saved: 1,
      savedBy: 'vera',
      savedAt: '2028-03-14T08:59:00.000Z',
      sent: 1,
      stated: 47_489_71,
      notes: 0,
      acted: [],
      turns: [{ side: 'office', from: '2028-03-14T09:00:00.000Z' }],
      ...about,
    },
  }) as ProofHead;

interface Given {
  at?: string;
  by?: Actor;
  particulars?: ProofParticulars;
}

/** One act as the functions do it: the model, the head in its new position, and what follows. @throws when it is refused */
export const followProofAct = (before: ProofHead, act: Act, given: Given = {}): Followed<ProofHead> => {
  const { at = '2028-03-20T09:00:00.000Z', by = { person: 'someone' }, particulars = {} } = given;
  const applied = applyAct(proofOfUseV1, positionOf(before), act, at);
  if (!applied.ok) throw new Error(`${act.step}: ${applied.refusal}`);
  const placed = nextHead(before, applied, { at, by, retentionMonths: 120 });
  const logged = { ...placed, log: { n: placed.log.n + 1, hash: 'hash' } };
  const county = { budget: budgetRules } as County;
  const { head: after, owed } = followProofOfUse(before, logged, act, { at, by, county, particulars });
  return { head: head.parse(after) as ProofHead, owed };
};
