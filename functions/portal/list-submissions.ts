import { standingOf } from '../../domain/forms/behaviours.ts';
import { processes } from '../../domain/forms/process-registry.ts';
import type { Head } from '../../domain/submission/head.ts';
import { askerOf, type KnownAsker } from '../cases/asker.ts';
import { FieldsError } from '../runtime/errors.ts';
import type { ApiRequest, RouteHandler } from '../runtime/http/request.ts';
import { listForm, listMine, type Page } from '../store/head-lists.ts';
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

const readPage = (deps: PortalDeps, asker: KnownAsker, query: Query): Promise<Page<Head>> => {
  if (asker.roles.includes('coordinator')) {
    const year = query.year ?? deps.clock.now().slice(0, 4);
    return listForm(deps.store, query.form ?? 'contact-request', year, query.cursor);
  }
  const pks = [asker.id, ...asker.standsInFor].map((person) => minePk({ person }));
  return listMine(deps.store, pks, { all: true, cursor: query.cursor });
};

const matches = (head: Head, { form, state, kita, year }: Query) =>
  (!form || head.form === form) &&
  (!state || (state === 'open' ? !head.endedAt : head.at === state)) &&
  (!kita || head.about.kita === kita) &&
  (!year || head.createdAt.startsWith(year));

/** `GET /api/submissions?form=&state=&kita=&year=&cursor=`: a page may hold fewer than it could; the cursor goes on. */
export const listSubmissions =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    checkQuery(request.query);
    const page = await withCursor(() => readPage(deps, asker, request.query));
    const seen = page.items.filter((head) => standingOf(asker, head) && matches(head, request.query));
    const items = await Promise.all(seen.map((head) => submissionItem(deps.registers, head)));
    return { body: { items, ...(page.cursor && { cursor: page.cursor }) } };
  };
