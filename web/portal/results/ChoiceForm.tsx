import type { ResultsAnswer } from '../../../domain/api/survey-results.ts';
import { sayResults } from '../../../domain/survey/evaluation/words.ts';
import { Select } from '../../fields/Select.tsx';
import { resultsHash } from './addresses.ts';

const KINDS = ['municipality', 'social-area', 'kita', 'provider'] as const;

/** Who answered, and where: each choice is a place of its own, so that it can be kept and sent. */
export const ChoiceForm = ({ of, round }: { of: ResultsAnswer; round: string }) => {
  const go = (choice: { group?: string; unit?: string }) => {
    location.hash = resultsHash(round, { group: of.group, unit: of.area.key, ...choice });
  };
  const options = (kind: ResultsAnswer['area']['kind']) =>
    of.areas.filter((area) => area.kind === kind).map(({ key, name }) => ({ value: key, label: name }));
  return (
    <div class="results-choice panel">
      <Select
        name="group"
        label={sayResults('group')}
        defaultValue={of.group}
        options={of.groups.map((group) => ({ value: group, label: sayResults(`group.${group}`) }))}
        onChange={({ currentTarget }) => go({ group: currentTarget.value, unit: 'county' })}
      />
      <Select
        name="unit"
        label={sayResults('area')}
        defaultValue={of.area.key}
        options={options('county')}
        groups={KINDS.map((kind) => ({ label: sayResults(`kind.${kind}`), options: options(kind) })).filter(
          (group) => group.options.length > 0,
        )}
        onChange={({ currentTarget }) => go({ unit: currentTarget.value })}
      />
    </div>
  );
};
