import type { ContactRequestReceipt } from '../../domain/api/families.ts';
import { dateOf, lastDay } from '../../domain/calendar/due.ts';
import type { Instant } from '../../domain/calendar/period.ts';
import { isGone } from '../../domain/forms/contact-request/access.ts';
import type { ContactRequestAnswers } from '../../domain/forms/contact-request/answers.ts';
import { mailToFamily } from '../../domain/forms/contact-request/follow.ts';
import { pageLanguage } from '../../domain/languages/language.ts';
import { everResponsibleFor, responsibleFor } from '../../domain/people/assignment.ts';
import { begin } from '../../domain/process/apply-act.ts';
import { isPersonStep } from '../../domain/process/process.ts';
import type { ContactHead, Head } from '../../domain/submission/head.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { newestProcess, processOf } from '../../domain/submission/process-of.ts';
import { grouped } from '../../domain/submission/receipt-code.ts';
import type { Receipts, Secrets } from '../gateways/receipts.ts';
import type { Sealer } from '../gateways/sealer.ts';
import { ConflictError, FieldsError } from '../runtime/errors.ts';
import type { Clock } from '../runtime/local-parts.ts';
import type { Store } from '../store/client.ts';
import { notErased } from '../store/erase.ts';
import { headItem, parseHead, readHead } from '../store/heads.ts';
import { receiptKey, receiptPointer } from '../store/keys.ts';
import { logged } from '../store/log.ts';
import { owing } from '../store/owe.ts';
import { putAnswers, putMailAddress, putWrappedKey } from '../store/sealed-items.ts';
import { transact, type Write } from '../store/transact.ts';
import { placesOf } from './places-of.ts';
import type { Registers } from './registers.ts';

export interface SubmissionDeps {
  store: Store;
  sealer: Sealer;
  receipts: Receipts;
  registers: Registers;
  clock: Clock;
}

/**
 * "Not to this person" means the one whom the page showed, and the one who is responsible now: a draft may be days old.
 * @throws FieldsError for somebody who never was responsible there: nobody else can have been shown.
 */
const excludedBy = async ({ registers }: SubmissionDeps, answers: ContactRequestAnswers, now: Instant) => {
  const { notToResponsible, notToPerson: shown } = answers;
  if (!notToResponsible) return [];
  const register = await registers.responsibility();
  const places = await placesOf(registers, answers);
  const today = dateOf(now);
  if (shown && !everResponsibleFor(places, today, register).includes(shown))
    throw new FieldsError([{ path: ['notToPerson'], message: 'unknown-choice' }]);
  const responsible = responsibleFor(places, today, register)?.person;
  return [...new Set([shown, responsible].flatMap((one) => one ?? []))];
};

const checkPlaces = async ({ registers }: SubmissionDeps, { kita, municipality }: ContactRequestAnswers) => {
  const wrong = (path: string) => ({ path: [path], message: 'unknown-choice' });
  const issues = [
    ...(kita && !(await registers.kita(kita)) ? [wrong('kita')] : []),
    ...(municipality && !(await registers.municipality(municipality)) ? [wrong('municipality')] : []),
  ];
  if (issues.length > 0) throw new FieldsError(issues);
};

/** Who sends, and what only they know: with it a repeat shows that it comes from them. */
export interface Sender {
  by: Actor;
  key?: string | undefined;
}

/**
 * What a repeat must show again to be answered with the receipt code. The answers and the id alone would not do: whoever
 * is responsible reads both, and a code opens the family's mailbox.
 */
const proofOf = (answers: ContactRequestAnswers, { by, key }: Sender) => {
  if ('person' in by) return { answers, person: by.person };
  return key ? { answers, key } : answers;
};

const newHead = (
  id: string,
  { answers, proof }: { answers: ContactRequestAnswers; proof: unknown },
  excluded: string[],
  secrets: Secrets,
  now: Instant,
) => {
  const process = newestProcess('contact-request');
  const head: ContactHead = {
    id,
    form: 'contact-request',
    process: { name: process.name, version: process.version },
    version: 1,
    rev: 1,
    createdAt: now,
    ...begin(process, now),
    run: 1,
    runSince: now,
    excluded,
    bodyHash: secrets.bodyHash(proof),
    receipt: { counter: 0, pepper: secrets.pepper, pointer: receiptPointer(secrets.code(0)) },
    log: { n: 0, hash: '' },
    owed: {},
    about: {
      ...(answers.kita && { kita: answers.kita }),
      ...(answers.municipality && { municipality: answers.municipality }),
      language: pageLanguage(answers.language),
      hasMailAddress: answers.email !== undefined,
      consents: [],
      blocked: false,
      held: false,
    },
  };
  return head;
};

const sealedWrites = async (
  { store, sealer }: SubmissionDeps,
  id: string,
  answers: ContactRequestAnswers,
) => {
  const content = await sealer.seal({ case: id, to: 'worker' }, 'ANSWERS', JSON.stringify(answers));
  const writes = [
    putAnswers(store, id, content.sealed),
    putWrappedKey(store, id, 'ANSWERS', content.wrapped),
  ];
  if (!answers.email) return writes;
  const address = await sealer.seal({ case: id, to: 'mail' }, 'MAIL', answers.email);
  return [
    ...writes,
    putMailAddress(store, id, address.sealed),
    putWrappedKey(store, id, 'MAIL', address.wrapped),
  ];
};

/** The day by which somebody accepts it, as its process promises. */
const answerBy = (of: ContactHead): string => {
  const step = processOf(of).steps.accept;
  return lastDay(dateOf(of.createdAt), step && isPersonStep(step) ? step.within : { workingDays: 2 });
};

const receiptFor = (head: ContactHead, code: string): ContactRequestReceipt => ({
  id: head.id,
  receipt: grouped(code),
  receivedAt: head.createdAt,
  answerBy: answerBy(head),
});

/** What a repeat gets: the same answer for the same body, a conflict for another. */
const repeated = async (deps: SubmissionDeps, standing: Head, proof: unknown) => {
  // An id that names something else was no family's.
  if (standing.form !== 'contact-request') throw new ConflictError('other-body');
  const secrets = await deps.receipts.secretsOf(standing.id, standing.receipt.pepper);
  if (secrets.bodyHash(proof) !== standing.bodyHash) throw new ConflictError('other-body');
  // The first code again, even when it was replaced: then it opens nothing, for whoever holds an old draft.
  return receiptFor(standing, secrets.code(0));
};

/**
 * Receives a contact request: one transaction with the head, the sealed answers, their wrapped keys, the receipt's
 * pointer and the first log entry. Everything else is owed by the head.
 * @throws FieldsError for a Kita or municipality that is not in the register; ConflictError for another body, and for the
 *   id of what was deleted.
 */
export const submitContactRequest = async (
  deps: SubmissionDeps,
  id: string,
  answers: ContactRequestAnswers,
  sender: Sender,
): Promise<{ created: boolean; receipt: ContactRequestReceipt }> => {
  const { store } = deps;
  const proof = proofOf(answers, sender);
  // A repeat is answered as the first time was, whatever the registers say by now.
  const standing = await readHead(store, id);
  const now = deps.clock.now();
  // What is gone for the family is answered as what is deleted, after the same work.
  if (standing && !isGone(standing, now))
    return { created: false, receipt: await repeated(deps, standing, proof) };
  await checkPlaces(deps, answers);
  const secrets = await deps.receipts.secretsOf(id);
  const head = newHead(id, { answers, proof }, await excludedBy(deps, answers, now), secrets, now);
  const first = logged(store, head, { at: now, by: sender.by, what: 'received', to: head.at });
  const owed = { 'start-1': { do: 'start' as const, run: 1 }, ...mailToFamily(head, 'received', now) };
  const writes: Write[] = [
    {
      Put: {
        TableName: store.table,
        Item: headItem(owing(first.head, now, owed)),
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    ...first.with,
    ...(await sealedWrites(deps, id, answers)),
    { Put: { TableName: store.table, Item: { ...receiptKey(head.receipt.pointer), id } } },
    notErased(store, id),
  ];
  const failed = await transact(store, writes);
  if (!failed) return { created: true, receipt: receiptFor(head, secrets.code(0)) };
  const there = failed.item && parseHead(failed.item);
  if (failed.index === writes.length - 1 || (there && isGone(there, now))) throw new ConflictError('erased');
  if (!there) throw new ConflictError('other-body');
  return { created: false, receipt: await repeated(deps, there, proof) };
};
