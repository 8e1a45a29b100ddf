import type { SessionFile, SessionItem } from '../../../domain/api/committee.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { type Agenda, isConvened } from '../../../domain/forms/committee-session/agenda.ts';
import { type CaseFacts, caseFacts } from '../../../domain/forms/committee-session/case-facts.ts';
import type { SessionHead } from '../../../domain/forms/committee-session/particulars.ts';
import type { SessionRecord } from '../../../domain/forms/committee-session/resolution.ts';
import type { Standing } from '../../../domain/people/asker.ts';
import { possibleActions } from '../../../domain/process/apply-act.ts';
import { processOf } from '../../../domain/submission/process-of.ts';
import { spokenNumber } from '../../../domain/submission/spoken-number.ts';
import { askerOf, openFor } from '../../cases/asker.ts';
import { NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { readHead } from '../../store/heads.ts';
import { readAgenda, readRecord } from '../../store/sessions.ts';
import type { PortalDeps } from '../deps.ts';
import { readFacts, waitingCases } from './case-facts.ts';

type Item = SessionHead['about']['items'][number];

const stateOf = ({ id, about }: SessionHead, of: string, now: BudgetHead | undefined): SessionItem['state'] =>
  about.carried?.find((one) => one.case === of)?.result ?? (now?.about.session === id ? 'here' : 'left');

/** The facts alone, out of an item of the agenda. */
const frozen = (agenda: Agenda | undefined, of: string): CaseFacts | undefined => {
  const item = agenda?.items.find((one) => one.case === of);
  if (!item) return undefined;
  const { public: _public, reason: _reason, ...facts } = item;
  return caseFacts.parse(facts);
};

const itemOf = async (
  deps: PortalDeps,
  head: SessionHead,
  item: Item,
  { agenda, record }: { agenda?: Agenda | undefined; record?: SessionRecord | undefined },
): Promise<SessionItem> => {
  const now = await readHead(deps.store, item.case);
  const found = now?.form === 'budget-application' ? now : undefined;
  const facts = frozen(agenda, item.case) ?? (found && (await readFacts(deps, found)));
  const resolution = record?.resolutions.find((one) => one.case === item.case);
  return {
    ...item,
    ...(facts && { facts }),
    state: stateOf(head, item.case, found),
    ...(resolution && { resolution }),
  };
};

const waitingFor = async (
  deps: PortalDeps,
  { at }: SessionHead,
  { roles }: Standing,
): Promise<CaseFacts[]> => {
  if (at !== 'prepare' || !roles.includes('committee')) return [];
  const all = await Promise.all((await waitingCases(deps)).map((one) => readFacts(deps, one)));
  return all.flatMap((facts) => facts ?? []);
};

const fileOf = async (deps: PortalDeps, head: SessionHead, standing: Standing): Promise<SessionFile> => {
  const { store, registers } = deps;
  const { about } = head;
  const isFixed = head.at !== 'prepare';
  const [agenda, record, people] = await Promise.all([
    isFixed ? readAgenda(store, head.id, about.convened) : undefined,
    about.recorded ? readRecord(store, head.id) : undefined,
    registers.people(),
  ]);
  const nameOf = (id: string | undefined) => people.find((person) => person.id === id)?.name;
  const [savedBy, recordedBy] = [nameOf(about.savedBy), nameOf(about.recorded?.person)];
  return {
    id: head.id,
    number: spokenNumber(head),
    at: head.at,
    ended: head.endedAt !== undefined,
    version: head.version,
    ...(about.kind && { kind: about.kind }),
    ...(about.on && { on: about.on }),
    items: await Promise.all(about.items.map((item) => itemOf(deps, head, item, { agenda, record }))),
    waiting: await waitingFor(deps, head, standing),
    saved: about.saved,
    ...(savedBy && { savedBy }),
    savedAt: about.savedAt,
    hasPapers: isConvened(head.at),
    ...(about.recorded && {
      recorded: { at: about.recorded.at, ...(recordedBy && { by: recordedBy }) },
    }),
    ...(record?.decidedBy && { decidedBy: record.decidedBy }),
    actions: possibleActions(processOf(head), head.at, standing.roles),
  };
};

/** `GET /api/committee-sessions/{id}`: the agenda with what a session learns of each case, and what was resolved. */
export const showSession =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    const { head, standing } = await openFor(deps, asker, request.params.id);
    if (head.form !== 'committee-session') throw new NotFoundError('no session');
    const body = await fileOf(deps, head, standing);
    return { body, headers: { etag: `"${body.saved}"` } };
  };
