import { documentKey } from '../../domain/files/keys.ts';
import { type View, viewOf } from '../../domain/forms/budget-application/access.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { FieldsError, ForbiddenError, NotFoundError } from '../runtime/errors.ts';
import type { ApiRequest, RouteHandler } from '../runtime/http/request.ts';
import { changeHead, readHead } from '../store/heads.ts';
import { logged } from '../store/log.ts';
import { linkClaim } from './claims/link-claim.ts';
import type { DocumentsDeps } from './deps.ts';
import { linkTo } from './link-to.ts';
import { toldNotices } from './notices/told-notices.ts';
import { isGoing, openFile } from './open-application.ts';
import { putProof } from './proofs/put-proof.ts';

/** One of several, counted from 1; none named is the last. @throws NotFoundError when there is none, FieldsError */
const wanted = ({ query }: ApiRequest, count: number): number => {
  if (count === 0) throw new NotFoundError('there is none yet');
  const n = query.version === undefined ? count : Number(query.version);
  if (!Number.isInteger(n) || n < 1 || n > count)
    throw new FieldsError([{ path: ['version'], message: 'unknown-choice' }]);
  return n;
};

interface Found {
  sha256: string;
  /** Under what it is saved, and what the log calls reading it. */
  name: string;
  what: string;
}

type Find = (
  deps: DocumentsDeps,
  head: BudgetHead,
  of: { view: View; request: ApiRequest },
) => Promise<Found>;

const notice: Find = async (_deps, head, { view, request }) => {
  const told = toldNotices(head, view);
  const sha256 = told[wanted(request, told.length) - 1] ?? '';
  return { sha256, name: 'Bescheid', what: 'notice-read' };
};

const proof: Find = async (deps, head, { request }) => {
  const version = wanted(request, head.about.sent);
  const sha256 = await putProof(deps, head, version);
  return { sha256, name: `Eingangsnachweis-${version}`, what: 'proof-read' };
};

const kinds = new Map<string | undefined, Find>([
  ['notice', notice],
  ['proof-of-filing', proof],
]);

/** The office leaves a trace. Whoever finds the application due for deletion leaves nothing beside it. */
const trace = async (
  deps: DocumentsDeps,
  id: string,
  event: { person: string; what: string } | undefined,
) => {
  const { store, clock } = deps;
  const head = event
    ? await changeHead(store, id, (now) =>
        logged(store, now, { at: clock.now(), by: { person: event.person }, what: event.what }),
      )
    : await readHead(store, id);
  return head !== undefined && !isGoing(head, deps);
};

/**
 * `GET /api/submissions/{id}/documents/{kind}`: for the provider and the office. A notice is what was approved, byte for byte;
 * no other document can be announced, because there is no other way to one.
 */
export const linkDocument =
  (deps: DocumentsDeps): RouteHandler =>
  async (request) => {
    const { asker, head, standing } = await openFile(deps, request);
    if (head.form === 'proof-of-use') return linkClaim(deps, { asker, head, standing }, request);
    const find = kinds.get(request.params.kind);
    if (!find) throw new NotFoundError('no such kind of document');
    const view = viewOf(standing);
    if (view !== 'own' && view !== 'office') throw new ForbiddenError('other-role');
    const { sha256, name, what } = await find(deps, head, { view, request });
    const event = view === 'office' ? { person: asker.id, what } : undefined;
    if (!(await trace(deps, head.id, event))) {
      await deps.files.remove(documentKey(head.id, sha256, 'pdf'));
      throw new NotFoundError('the application is gone');
    }
    return { body: { url: await linkTo(deps, head, sha256, name) } };
  };
