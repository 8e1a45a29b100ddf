import type { LogAnswer } from '../../domain/api/portal.ts';
import type { LogEntry } from '../../domain/submission/log.ts';
import { askerOf, openFor } from '../cases/asker.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { readLog } from '../store/log.ts';
import type { PortalDeps } from './deps.ts';

/** `GET /api/submissions/{id}/log` */
export const showLog =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    const { head } = await openFor(deps, asker, request.params.id);
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
    const body: LogAnswer = { items: entries.map(named), whole };
    return { body };
  };
