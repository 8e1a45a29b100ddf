import type { SubmissionItem } from '../../../../domain/api/portal.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { say as sayAmended } from '../../amendments/texts.ts';
import { usePortal } from '../../app/context.ts';
import { purposeText } from '../../application/purpose-text.ts';
import { DueMark } from '../../lists/DueMark.tsx';
import { DataTable } from '../../parts/DataTable.tsx';
import { say } from '../texts.ts';
import { stateText, useTurnText } from './turn-text.ts';

const amount = (cents: number | undefined) => (cents === undefined ? '–' : formatEuros(cents));

/** Applications with their state in plain words, whose turn it is, and the sums. */
export const ApplicationTable = ({ items }: { items: readonly SubmissionItem[] }) => {
  const { hashOf, me } = usePortal();
  const turnText = useTurnText();
  const isMine = ({ turn }: SubmissionItem) => turn === 'provider' && me.roles.includes('provider');
  return (
    <DataTable
      caption={say('list.caption')}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'what',
          label: say('list.what'),
          names: true,
          cell: (item) => (
            <span class="case-name">
              <a class="kern-link kern-link--no-visited-state" href={hashOf(item)}>
                {item.purpose ? purposeText(item.purpose) : say('list.purpose.none')}
              </a>
              {item.amends && (
                <span class="case-place">
                  {sayAmended('item', { reason: sayAmended(`reason.${item.amends.reason}`) })}
                </span>
              )}
              <span class="case-place">{say('list.number', { year: item.year, number: item.number })}</span>
            </span>
          ),
        },
        { key: 'state', label: say('list.state'), cell: stateText },
        {
          key: 'turn',
          label: say('list.turn'),
          cell: (item) => (
            <span class="due">
              <span>{turnText(item)}</span>
              {isMine(item) && item.at !== 'draft' && <DueMark item={item} />}
            </span>
          ),
        },
        {
          key: 'applied',
          label: say('list.applied'),
          numeric: true,
          cell: ({ applied }) => amount(applied),
        },
        {
          key: 'granted',
          label: say('list.granted'),
          numeric: true,
          cell: ({ granted }) => amount(granted),
        },
      ]}
    />
  );
};
