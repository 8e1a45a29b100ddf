import type { Decision } from '../../../domain/api/portal.ts';
import { totalOf } from '../../../domain/budget/amounts.ts';
import { dateOf } from '../../../domain/calendar/due.ts';
import { fileNumberOf } from '../../../domain/forms/budget-application/file-number.ts';
import type { ProofOfUseAnswers } from '../../../domain/forms/proof-of-use/answers.ts';
import type { ProofParts } from '../../../domain/forms/proof-of-use/basis.ts';
import type { ClaimKind } from '../../../domain/forms/proof-of-use/claim.ts';
import { claimDrafted } from '../../../domain/forms/proof-of-use/claim-draft.ts';
import type { ProofHead, ProofParticulars } from '../../../domain/forms/proof-of-use/particulars.ts';
import { netOf, partsStated } from '../../../domain/forms/proof-of-use/proven.ts';
import type { Issue } from '../../../domain/languages/problem.ts';
import type { County } from '../../../domain/places/county.ts';
import { ConflictError, FieldsError } from '../../runtime/errors.ts';
import { claimNumberOf } from '../../store/claims.ts';
import { readHead } from '../../store/heads.ts';
import { readProofVersion } from '../../store/proofs.ts';
import type { PortalDeps } from '../deps.ts';

interface Facts {
  deps: PortalDeps;
  decision: Decision;
  head: ProofHead;
  /** What was paid and did not come back (cents). */
  paid: number;
  county: County;
}

/** What of the recognised parts is wrong: a position that was not stated, named twice, or with more than it cost. */
const partIssues = (parts: ProofParts, answers: ProofOfUseAnswers): Issue[] => {
  const costs = new Map(answers.positions.map(({ id, cost }) => [id, cost]));
  const seen = new Set<string>();
  const positions = parts.positions.flatMap(({ id, amount }, n): Issue[] => {
    const cost = costs.get(id);
    const isKnown = cost !== undefined && !seen.has(id);
    seen.add(id);
    if (!isKnown) return [{ path: ['granted', 'positions', n, 'id'], message: 'unknown-choice' }];
    return amount > cost
      ? [{ path: ['granted', 'positions', n, 'amount'], message: 'more-than-stated' }]
      : [];
  });
  return [
    ...positions,
    ...(costs.size > seen.size ? [{ path: ['granted', 'positions'], message: 'required' }] : []),
    ...(parts.training > answers.training
      ? [{ path: ['granted', 'training'], message: 'more-than-stated' }]
      : []),
    ...(parts.thirdParty < answers.thirdParty
      ? [{ path: ['granted', 'thirdParty'], message: 'less-than-stated' }]
      : []),
  ];
};

/**
 * How much is recognised: what the office names part by part, else what was stated; of a notice that is withdrawn nothing, unless
 * parts are named. @throws FieldsError
 */
const recognisedIn = async ({ deps, decision, head }: Facts, kind: ClaimKind): Promise<number> => {
  const sent = await readProofVersion(deps.store, head.id, head.about.sent);
  const { granted } = decision;
  if (!granted) return kind === 'withdrawal' || !sent ? 0 : netOf(partsStated(sent.answers));
  if (!sent) throw new FieldsError([{ path: ['granted'], message: 'unknown-field' }]);
  const issues = partIssues(granted, sent.answers);
  if (issues.length > 0) throw new FieldsError(issues);
  return netOf(granted);
};

/** What the provider is to be heard on. @throws FieldsError, ConflictError when nothing would be claimed */
export const intendedFor = async (facts: Facts): Promise<NonNullable<ProofParticulars['intended']>> => {
  const kind = facts.decision.action === 'intend-withdrawal' ? 'withdrawal' : 'repayment';
  const recognised = await recognisedIn(facts, kind);
  const { version, at } = facts.head;
  if (kind === 'repayment' && recognised >= facts.paid)
    throw new ConflictError('nothing-to-claim', { version, at });
  return { kind, recognised };
};

/** The grant of the same provider that a claim is set off against, and what it is still to get; never the grant that is proven. */
const setOffAgainst = async ({ deps, decision, head }: Facts) => {
  const { setOff } = decision;
  if (!setOff) return {};
  const other = await readHead(deps.store, setOff.against);
  const isTheirs =
    other?.form === 'budget-application' &&
    other.about.provider === head.about.provider &&
    other.id !== head.about.application;
  if (!isTheirs) return { setOff };
  const fileNumber = fileNumberOf(other, (await deps.registers.county()).budget);
  return { setOff: { ...setOff, fileNumber }, committed: totalOf(other.about.money.committed) };
};

/** The draft of a claim: as the provider was heard on it, or on less. @throws FieldsError, ConflictError */
export const claimFor = async (facts: Facts): Promise<NonNullable<ProofParticulars['claim']>> => {
  const { deps, decision, head, paid, county } = facts;
  const { version, at, about } = head;
  const { kind = 'repayment', recognised: heard = 0 } = about.intended ?? {};
  const { proof } = county.budget;
  const made = claimDrafted(
    {
      kind,
      paid,
      recognised: decision.granted ? await recognisedIn(facts, kind) : heard,
      heard,
      interestFrom: decision.interestFrom,
      today: dateOf(deps.clock.now()),
      year: about.year,
      ...(await setOffAgainst(facts)),
    },
    proof,
  );
  if (made.ok) return { ...made.claim, number: await claimNumberOf(deps.store, head.id, proof.claimPrefix) };
  if (made.issues.some(({ message }) => message === 'nothing-to-claim'))
    throw new ConflictError('nothing-to-claim', { version, at });
  throw new FieldsError(made.issues);
};
