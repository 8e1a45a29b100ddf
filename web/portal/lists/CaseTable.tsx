import type { ComponentChildren } from 'preact';
import type { SubmissionItem } from '../../../domain/api/portal.ts';
import { formatEuros } from '../../../domain/money/euros.ts';
import { usePortal } from '../app/context.ts';
import { purposeText } from '../application/purpose-text.ts';
import { type TextKey, t, word } from '../texts.ts';
import { dateRange, dateText, dayText } from '../time/dates.ts';
import { DueMark } from './DueMark.tsx';
import { turnOf } from './turn.ts';

export type Column = 'due' | 'case' | 'sum' | 'step' | 'turn' | 'responsible' | 'received';

const sessionText = ({ on, kind, items: count }: NonNullable<SubmissionItem['session']>): string =>
  [
    kind === 'urgent' && t('list.session.urgent'),
    on ? t('list.session.on', { day: dateText(on), count }) : t('list.session', { count }),
  ]
    .filter(Boolean)
    .join(', ');

/** What a submission is about: a Kita, who applies for what, the day of a session, or the days of a round. */
const placeOf = ({
  kita,
  municipality,
  provider,
  purpose,
  year,
  session,
  amends,
  survey,
}: SubmissionItem): string => {
  if (session) return sessionText(session);
  if (survey)
    return [kita?.name ?? provider?.name, survey.from ? dateRange(survey.from, survey.until) : year]
      .filter(Boolean)
      .join(', ');
  const parts = provider
    ? [provider.name, purpose && purposeText(purpose), year, amends && t('list.amendment')]
    : [kita?.name, municipality?.name];
  return parts.filter(Boolean).join(', ') || t('list.place.none');
};

const Cell = ({ item, column }: { item: SubmissionItem; column: Column }): ComponentChildren => {
  const { me, hashOf } = usePortal();
  if (column === 'due') return item.ended ? t('list.ended') : <DueMark item={item} />;
  if (column === 'step') return word(item.ended ? 'step' : 'task', item.at);
  if (column === 'turn') return turnOf(item, me).who;
  if (column === 'sum') return item.applied === undefined ? '' : formatEuros(item.applied);
  if (column === 'received') return dayText(item.createdAt);
  if (column === 'responsible') return item.responsible?.name ?? t('list.nobody');
  return (
    <span class="case-name">
      <a class="kern-link kern-link--no-visited-state" href={hashOf(item)}>
        {t('list.name', { form: word('form', item.form), number: item.number })}
      </a>
      <span class="case-place">{placeOf(item)}</span>
    </span>
  );
};

interface Props {
  caption: string;
  items: readonly SubmissionItem[];
  columns: readonly Column[];
}

/** Cases as a table; on a narrow screen each row stands as a block with its headings beside it. */
export const CaseTable = ({ caption, items, columns }: Props) => (
  <table class="kern-table case-table">
    <caption class="kern-sr-only">{caption}</caption>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" class="kern-table__header" data-column={column}>
            {t(`list.${column}` satisfies TextKey)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {items.map((item) => (
        <tr key={item.id} class="kern-table__row">
          {columns.map((column) => (
            <td key={column} class="kern-table__cell" data-label={t(`list.${column}` satisfies TextKey)}>
              <span class="case-cell">
                <Cell item={item} column={column} />
              </span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
