import type { Difference } from '../../../../domain/forms/budget-application/differences.ts';
import type { BudgetApplicationDraft } from '../../../../domain/forms/budget-application/draft.ts';
import { say as sayAmended } from '../../amendments/texts.ts';
import { Differences } from '../../application/Differences.tsx';
import { type Section, sectionOf } from '../form/sections.ts';
import { say } from '../texts.ts';
import { useEditing } from './editing.ts';
import { useKitaNames } from './use-kita-names.ts';

/** What this application goes on from: last year's grant, its dates moved by a year, and what is different by now. */
export interface Compared {
  year: number;
  before: BudgetApplicationDraft;
  differences: readonly Difference[];
  /** It amends this grant, of the same year. */
  isGrant?: boolean;
}

const words = ({ isGrant, year }: Compared, part: 'unchanged' | 'changed' | 'caption') =>
  isGrant ? sayAmended(`compared.${part}`) : say(`last-year.${part}`, { year });

/** How a section stands to last year: unchanged, or what is different. */
export const LastYear = ({ section, compared }: { section: Section; compared: Compared }) => {
  const { draft } = useEditing();
  const kitas = useKitaNames();
  const { before } = compared;
  const differences = compared.differences.filter(({ path }) => sectionOf(path) === section);
  if (differences.length === 0) return <p class="last-year">{words(compared, 'unchanged')}</p>;
  return (
    <details class="last-year last-year--changed">
      <summary>
        {words(compared, 'changed')} ({differences.length})
      </summary>
      <Differences
        caption={words(compared, 'caption')}
        differences={differences}
        before={{ answers: before, kitas }}
        after={{ answers: draft, kitas }}
      />
    </details>
  );
};
