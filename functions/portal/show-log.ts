import type { LogAnswer } from '../../domain/api/portal.ts';
import { viewOf } from '../../domain/forms/budget-application/access.ts';
import { toldOf } from '../../domain/forms/budget-application/told.ts';
import { proofToldOf } from '../../domain/forms/proof-of-use/access.ts';
import type { Standing } from '../../domain/people/asker.ts';
import type { Head } from '../../domain/submission/head.ts';
import type { LogEntry } from '../../domain/submission/log.ts';
import { askerOf, openFor } from '../cases/asker.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { readLog } from '../store/log.ts';
import type { PortalDeps } from './deps.ts';

/** Of an application's log, and of a proof's, the provider, its Kitas and a session see what they are told; the chain is checked in full. */
const shownOf = (head: Head, standing: Standing, entries: readonly LogEntry[]): readonly LogEntry[] => {
  if (head.form === 'proof-of-use') return proofToldOf(standing, head, entries, ({ what }) => what);
  return head.form === 'budget-application'
    ? toldOf(viewOf(standing), head, entries, ({ what }) => what)
    : entries;
};

/** `GET /api/submissions/{id}/log` */
export const showLog =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    const { head, standing } = await openFor(deps, asker, request.params.id);
    const [{ entries, whole }, people] = await Promise.all([
      readLog(deps.store, head),
      deps.registers.people(),
    ]);
    const nameOf = (id: string | undefined) => people.find((person) => person.id === id)?.name;
    const named = ({ previous: _previous, hash: _hash, ...entry }: LogEntry) => {
      const byName = 'person' in entry.by ? nameOf(entry.by.person) : undefined;
      const forName = 'person' in entry.by ? nameOf(entry.by.for) : undefined;
      const refName = nameOf(entry.ref);
      return {
        ...entry,
        ...(byName && { byName }),
        ...(forName && { forName }),
        ...(refName && { refName }),
      };
    };
    const body: LogAnswer = { items: shownOf(head, standing, entries).map(named), whole };
    return { body };
  };
