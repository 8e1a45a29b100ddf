import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { eachStage, stages } from '../../domain/budget/account.ts';
import type { Line, ProviderSums } from '../../domain/year/sums.ts';
import type { Store } from './client.ts';
import { SUMS, sumsKey } from './keys.ts';
import type { Write } from './transact.ts';

/** Of what a line is, and how its attributes begin: DynamoDB adds to attributes, not to what lies inside of one. */
const PARTS = { purposes: 'purpose', kitas: 'kita' } as const;
const FIGURES = ['count', ...stages] as const;

const figureOf = ({ count, money }: Line, figure: (typeof FIGURES)[number]) =>
  figure === 'count' ? count : money[figure];

const numbersOf = (sums: Omit<ProviderSums, 'provider'>): [string, number][] =>
  (Object.keys(PARTS) as (keyof typeof PARTS)[]).flatMap((part) =>
    Object.entries(sums[part]).flatMap(([key, line]) =>
      FIGURES.map((figure): [string, number] => [
        `${PARTS[part]}|${key}|${figure}`,
        figureOf(line, figure),
      ]).filter(([, n]) => n !== 0),
    ),
  );

/**
 * The change of a provider's sums, to be written in the transaction of what changes them: one item, whatever changes. Short names,
 * because an application may have a hundred Kitas and an expression four kilobytes.
 */
export const addToSums = (
  store: Store,
  year: number,
  provider: string,
  change: Omit<ProviderSums, 'provider'>,
): Write[] => {
  const numbers = numbersOf(change);
  if (numbers.length === 0) return [];
  const short = (n: number) => n.toString(36);
  return [
    {
      Update: {
        TableName: store.table,
        Key: sumsKey(year, provider),
        UpdateExpression: `ADD ${numbers.map((_, n) => `#${short(n)} :${short(n)}`).join(',')}`,
        ExpressionAttributeNames: Object.fromEntries(numbers.map(([name], n) => [`#${short(n)}`, name])),
        ExpressionAttributeValues: Object.fromEntries(numbers.map(([, add], n) => [`:${short(n)}`, add])),
      },
    },
  ];
};

const stored = z.record(z.string(), z.int());

const linesOf = (numbers: Record<string, number>, part: string): Record<string, Line> => {
  const names = Object.keys(numbers).filter((name) => name.startsWith(`${part}|`));
  const keys = new Set(names.map((name) => name.slice(part.length + 1, name.lastIndexOf('|'))));
  const of = (key: string, figure: string) => numbers[`${part}|${key}|${figure}`] ?? 0;
  const lines = [...keys].map((key): [string, Line] => [
    key,
    { count: of(key, 'count'), money: eachStage((stage) => of(key, stage)) },
  ]);
  // Nothing is taken away from an item: a line that became nothing is none.
  return Object.fromEntries(
    lines.filter(([, line]) => FIGURES.some((figure) => figureOf(line, figure) !== 0)),
  );
};

const parse = ({ pk: _pk, sk, ...item }: Record<string, unknown>): ProviderSums => {
  const numbers = stored.parse(item);
  return {
    provider: String(sk).slice(SUMS.length),
    purposes: linesOf(numbers, PARTS.purposes),
    kitas: linesOf(numbers, PARTS.kitas),
  };
};

/** The sums of all providers of a year: one item each, whatever the year has entries. */
export const readSums = async (store: Store, year: number): Promise<ProviderSums[]> => {
  const found: ProviderSums[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await store.db.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sums)',
        ExpressionAttributeValues: { ':pk': sumsKey(year, '').pk, ':sums': SUMS },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    found.push(...(page.Items ?? []).map(parse));
    from = page.LastEvaluatedKey;
  } while (from);
  return found;
};
