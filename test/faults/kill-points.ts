import type { DeedName } from './deeds.ts';
import type { Moment } from './machine.ts';

/** A moment at which the process is killed during a deed. */
export interface KillPoint {
  during: DeedName;
  at: readonly Moment[];
  /** It is killed again while it starts. */
  again?: readonly Moment[];
}

type More = Pick<Moment, 'nth' | 'of'>;

/** @param call such as `dynamodb PutItem by workflow` */
const moment =
  (phase: Moment['phase']) =>
  (call: string, more: More | number = {}): Moment => {
    const [operation = '', by] = call.split(' by ');
    return {
      call: operation,
      phase,
      ...(by && { by }),
      ...(typeof more === 'number' ? { nth: more } : more),
    };
  };
export const before = moment('before');
export const after = moment('after');

/** @param items before which of its items, counted from 1: nothing of it may be there yet */
export const transactionOf = (name: string, ...items: number[]): Moment[] => [
  before(`dynamodb TransactWriteItems by ${name}`),
  ...items.map((item) => before(`dynamodb TransactWriteItems:apply by ${name}`, item)),
  after(`dynamodb TransactWriteItems:apply by ${name}`),
  after(`dynamodb TransactWriteItems by ${name}`),
];

/** From the order to send a mail to its mark; `nth` counts the mails that follow the deed. */
const mail = (nth: number): Moment[][] => {
  const sent = after('ses SendEmail by dispatch', nth);
  return [
    [before('ses SendEmail by dispatch', nth)],
    [sent],
    [sent, before('dynamodb TransactWriteItems by dispatch')],
    [sent, after('dynamodb TransactWriteItems by dispatch')],
  ];
};
/** Where a mail could be lost, and where it could be doubled. */
const mailInShort = (nth: number): Moment[][] => mail(nth).slice(0, 2);

const claim = [
  before('dynamodb TransactWriteItems by dispatch', { of: 'claimedUntil' }),
  after('dynamodb TransactWriteItems by dispatch', { of: 'claimedUntil' }),
];
const gateway = [before('lambda Invoke by gateway'), after('lambda Invoke by gateway')];
const stream = [before('lambda Invoke by stream'), after('lambda Invoke by stream')];
const answer = [before('states SendTaskSuccess by dispatch'), after('states SendTaskSuccess by dispatch')];
const token = [before('dynamodb PutItem by workflow'), after('dynamodb PutItem by workflow')];
export const alone = (...moments: Moment[]): Moment[][] => moments.map((one) => [one]);

const during = (deed: DeedName, ...moments: readonly Moment[][]): KillPoint[] =>
  moments.map((at) => ({ during: deed, at }));

/** Killed a second time, while it recovers from the first. */
const twice = (deed: DeedName, first: Moment, ...again: readonly Moment[]): KillPoint[] =>
  again.map((one) => ({ during: deed, at: [first], again: [one] }));

/** Every point between a request and the last of what follows it. */
export const killPoints: readonly KillPoint[] = [
  ...during(
    'sending a request',
    ...alone(
      ...gateway,
      after('kms GenerateMac by families'),
      after('kms GenerateDataKey by families', 1),
      after('kms GenerateDataKey by families', 2),
      ...transactionOf('families', 1, 4, 7),
      ...stream,
      before('states StartExecution by dispatch'),
      after('states StartExecution by dispatch'),
      before('lambda Invoke by states', 1),
      before('dynamodb GetItem by workflow'),
      ...transactionOf('workflow', 2),
      after('lambda Invoke by states', 1),
      before('lambda Invoke by states', 2),
      ...token,
      after('lambda Invoke by states', 2),
      ...claim,
      after('kms Decrypt by dispatch'),
    ),
    ...mail(1),
    ...mail(2),
  ),
  ...twice(
    'sending a request',
    after('dynamodb TransactWriteItems by families'),
    before('dynamodb TransactWriteItems by schedule'),
    after('dynamodb TransactWriteItems by schedule'),
    before('lambda Invoke by stream'),
    after('states StartExecution by dispatch'),
    after('dynamodb PutItem by workflow'),
  ),
  ...during('sending a request for which nobody is responsible', ...mail(2), ...mailInShort(3)),
  ...during(
    'accepting',
    ...alone(...gateway, ...transactionOf('portal', 1, 3), ...stream, ...answer, ...token, ...claim),
    ...mail(1),
  ),
  ...twice(
    'accepting',
    after('dynamodb TransactWriteItems by portal'),
    before('dynamodb TransactWriteItems by schedule'),
    after('states StartExecution by dispatch'),
  ),
  ...during(
    'passing on',
    ...alone(after('dynamodb TransactWriteItems by portal'), ...answer),
    ...mailInShort(2),
  ),
  ...during(
    'assigning',
    ...alone(after('dynamodb TransactWriteItems by portal'), ...answer),
    ...mailInShort(1),
  ),
  ...during(
    'closing',
    ...alone(after('dynamodb TransactWriteItems by portal'), ...answer),
    ...mailInShort(1),
  ),
  ...during(
    'a message of the family',
    ...alone(
      after('kms GenerateMac by families'),
      after('kms GenerateDataKey by families'),
      ...transactionOf('families', 4),
      after('lambda Invoke by gateway'),
    ),
    ...mailInShort(1),
  ),
  ...during(
    'a message of the family to somebody who is away',
    ...alone(...claim),
    ...mailInShort(1),
    ...mail(2),
  ),
  ...during(
    'a reply of the social worker',
    ...alone(
      after('kms GenerateMac by casework'),
      after('kms GenerateDataKey by casework'),
      ...transactionOf('casework', 4),
    ),
    ...mailInShort(1),
  ),
  ...during(
    'withdrawing',
    ...alone(
      before('dynamodb TransactWriteItems by families'),
      after('dynamodb TransactWriteItems by families'),
    ),
    ...alone(...answer),
    ...mailInShort(1),
  ),
  ...during(
    'a date that passes',
    ...alone(
      before('lambda Invoke by timer'),
      ...transactionOf('schedule', 2),
      after('lambda Invoke by timer'),
    ),
    ...mailInShort(1),
  ),
  ...during(
    'deleting what ended long ago',
    ...alone(
      // Keys of the answers, the address and a message; the receipt; what was sealed, the log; the head.
      ...[1, 3, 4, 5, 8].map((nth) => before('dynamodb DeleteItem by schedule', nth)),
      before('dynamodb DeleteItem by schedule', { of: '"HEAD"' }),
      after('dynamodb DeleteItem by schedule', { of: '"HEAD"' }),
      before('dynamodb PutItem by schedule'),
      after('dynamodb PutItem by schedule'),
    ),
  ),
];

const momentText = ({ call, phase, by, of, nth }: Moment) =>
  `${phase} ${call}${by ? ` by ${by}` : ''}${of ? ` (${of})` : ''}${nth ? `, number ${nth}` : ''}`;

export const textOf = ({ at, again }: Pick<KillPoint, 'at' | 'again'>): string =>
  [at.map(momentText).join(', then '), ...(again ?? []).map((one) => `again ${momentText(one)}`)].join(
    ', and ',
  );
