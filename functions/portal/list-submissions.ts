import { dateOf } from '../../domain/calendar/due.ts';
import { standingOf } from '../../domain/forms/behaviours.ts';
import { viewOf } from '../../domain/forms/budget-application/access.ts';
import { asTold } from '../../domain/forms/budget-application/told.ts';
import { processes } from '../../domain/forms/process-registry.ts';
import type { Role } from '../../domain/people/role.ts';
import { providerOn } from '../../domain/places/provision.ts';
import type { Head } from '../../domain/submission/head.ts';
import { askerOf, type KnownAsker } from '../cases/asker.ts';
import { FieldsError } from '../runtime/errors.ts';
import type { ApiRequest, RouteHandler } from '../runtime/http/request.ts';
import { listForm, listMine, listParty, type Page } from '../store/head-lists.ts';
import { yearOf } from '../store/heads.ts';
import { minePk } from '../store/keys.ts';
import type { PortalDeps } from './deps.ts';
import { withCursor } from './list-tasks.ts';
import { submissionItem } from './submission-item.ts';

type Query = ApiRequest['query'];

const checkQuery = ({ form, year, state }: Query) => {
  const wrong = (path: string) => ({ path: [path], message: 'unknown-choice' });
  const issues = [
    ...(form && !Object.hasOwn(processes, form) ? [wrong('form')] : []),
    ...(year && !/^\d{4}$/.test(year) ? [wrong('year')] : []),
    ...(state && !/^[a-z-]{1,40}$/.test(state) ? [wrong('state')] : []),
  ];
  if (issues.length > 0) throw new FieldsError(issues);
};

const hasOneOf = ({ roles }: KnownAsker, ...wanted: Role[]) => wanted.some((role) => roles.includes(role));

/** A Kita finds applications with whoever runs it today. */
const providersOf = async ({ registers, clock }: PortalDeps, { kitas = [] }: KnownAsker) => {
  const provisions = await registers.provisions();
  const today = dateOf(clock.now());
  return [...new Set(kitas.flatMap((kita) => providerOn(kita, today, provisions) ?? []))];
};

/** What the one who asks files for a provider or a Kita, of all years. */
const readOwn = (
  { store }: PortalDeps,
  { roles, provider, kitas = [] }: KnownAsker,
  cursor: string | undefined,
) =>
  listParty(
    store,
    [
      ...(provider && roles.includes('provider') ? [{ provider }] : []),
      ...(roles.includes('kita') ? kitas.map((kita) => ({ kita })) : []),
    ],
    cursor,
  );

const readApplications = async (
  deps: PortalDeps,
  asker: KnownAsker,
  { year, cursor }: Query,
): Promise<Page<Head>> => {
  if (asker.provider && hasOneOf(asker, 'provider')) return readOwn(deps, asker, cursor);
  if (hasOneOf(asker, 'clerk', 'coordinator', 'head', 'treasurer', 'auditor'))
    return listForm(deps.store, 'budget-application', year ?? deps.clock.now().slice(0, 4), cursor);
  if (hasOneOf(asker, 'committee'))
    return listMine(deps.store, [minePk({ role: 'committee' })], { all: false, cursor });
  return listParty(
    deps.store,
    (await providersOf(deps, asker)).map((provider) => ({ provider })),
    cursor,
  );
};

/** Which list it is without a word about the form: that of those for whom contact requests are work, or the applications. */
const formFor = (asker: KnownAsker, { form }: Query): string =>
  form ?? (hasOneOf(asker, 'coordinator', 'social-worker') ? 'contact-request' : 'budget-application');

const readSessions = (deps: PortalDeps, asker: KnownAsker, { year, cursor }: Query): Promise<Page<Head>> =>
  hasOneOf(asker, 'committee', 'clerk', 'coordinator', 'head', 'auditor')
    ? listForm(deps.store, 'committee-session', year ?? deps.clock.now().slice(0, 4), cursor)
    : Promise.resolve({ items: [] });

const readPayments = (deps: PortalDeps, asker: KnownAsker, { year, cursor }: Query): Promise<Page<Head>> =>
  hasOneOf(asker, 'clerk', 'head', 'treasurer', 'auditor')
    ? listForm(deps.store, 'payment-order', year ?? deps.clock.now().slice(0, 4), cursor)
    : Promise.resolve({ items: [] });
/** A provider's own proofs of all years, the office's of one: of the money, not of the day on which one is filed. */
const readProofs = (deps: PortalDeps, asker: KnownAsker, { year, cursor }: Query): Promise<Page<Head>> => {
  if (asker.provider && hasOneOf(asker, 'provider')) return readOwn(deps, asker, cursor);
  return hasOneOf(asker, 'clerk', 'coordinator', 'head', 'treasurer', 'auditor')
    ? listForm(deps.store, 'proof-of-use', year ?? deps.clock.now().slice(0, 4), cursor)
    : Promise.resolve({ items: [] });
};

const readRounds = (deps: PortalDeps, asker: KnownAsker, { year, cursor }: Query): Promise<Page<Head>> =>
  hasOneOf(asker, 'coordinator', 'head', 'auditor')
    ? listForm(deps.store, 'survey-round', year ?? deps.clock.now().slice(0, 4), cursor)
    : Promise.resolve({ items: [] });

/** A Kita's or a provider's own answers of all years, the coordinator's of one. */
const readInstitutions = (
  deps: PortalDeps,
  asker: KnownAsker,
  { year, cursor }: Query,
  form: string,
): Promise<Page<Head>> =>
  hasOneOf(asker, 'coordinator')
    ? listForm(deps.store, form, year ?? deps.clock.now().slice(0, 4), cursor)
    : readOwn(deps, asker, cursor);

const readPage = (deps: PortalDeps, asker: KnownAsker, query: Query): Promise<Page<Head>> => {
  const form = formFor(asker, query);
  if (form === 'committee-session') return readSessions(deps, asker, query);
  if (form === 'payment-order') return readPayments(deps, asker, query);
  if (form === 'budget-application') return readApplications(deps, asker, query);
  if (form === 'proof-of-use') return readProofs(deps, asker, query);
  if (form === 'survey-round') return readRounds(deps, asker, query);
  if (form === 'kita-survey' || form === 'provider-survey') return readInstitutions(deps, asker, query, form);
  if (hasOneOf(asker, 'coordinator')) {
    const year = query.year ?? deps.clock.now().slice(0, 4);
    return listForm(deps.store, 'contact-request', year, query.cursor);
  }
  const pks = [asker.id, ...asker.standsInFor].map((person) => minePk({ person }));
  return listMine(deps.store, pks, { all: true, cursor: query.cursor });
};

const kitasOf = (head: Head): string[] => {
  if (head.form === 'budget-application') return head.about.kitas;
  if (head.form === 'kita-survey') return [head.about.unit];
  return head.form === 'contact-request' && head.about.kita ? [head.about.kita] : [];
};

const matches = (head: Head, form: string, { state, kita, year }: Query) =>
  head.form === form &&
  (!state || (state === 'open' ? !head.endedAt : head.at === state)) &&
  (!kita || kitasOf(head).includes(kita)) &&
  (!year || yearOf(head) === year);

/** A submission as the one who asks is told of it; none when it is nothing of theirs. */
const toldHead = (asker: KnownAsker, head: Head): Head[] => {
  const standing = standingOf(asker, head);
  if (!standing) return [];
  return [head.form === 'budget-application' ? asTold(viewOf(standing), head) : head];
};

/** `GET /api/submissions?form=&state=&kita=&year=&cursor=`: a page may hold fewer than it could; the cursor goes on. */
export const listSubmissions =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    checkQuery(request.query);
    const page = await withCursor(() => readPage(deps, asker, request.query));
    const seen = page.items
      .flatMap((head) => toldHead(asker, head))
      .filter((head) => matches(head, formFor(asker, request.query), request.query));
    const items = await Promise.all(seen.map((head) => submissionItem(deps.registers, head)));
    return { body: { items, ...(page.cursor && { cursor: page.cursor }) } };
  };
