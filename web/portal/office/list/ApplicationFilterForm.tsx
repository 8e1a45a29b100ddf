import { budgetApplicationV1 } from '../../../../domain/forms/budget-application/process.ts';
import { isPersonStep } from '../../../../domain/process/process.ts';
import { Button } from '../../../fields/Button.tsx';
import { Select } from '../../../fields/Select.tsx';
import { usePortal } from '../../app/context.ts';
import { t, word } from '../../texts.ts';
import { type ApplicationFilter, applicationsHash } from '../addresses.ts';
import { budgetYear, yearsAround } from '../budget-year.ts';
import { say } from '../texts.ts';

/** Steps in which somebody has the turn, and ends; nobody else than its provider sees a draft, nor one that was never sent. */
const states = () => [
  { value: 'open', label: t('cases.state.open') },
  ...[
    ...Object.entries(budgetApplicationV1.steps)
      .filter(([name, step]) => isPersonStep(step) && name !== 'draft')
      .map(([name]) => name),
    ...budgetApplicationV1.ends.filter((end) => end !== 'expired'),
  ].map((value) => ({ value, label: word('step', value) })),
];

const years = (chosen: string | undefined) => {
  const offered = yearsAround().map(String);
  return (chosen && !offered.includes(chosen) ? [...offered, chosen] : offered).map((value) => ({
    value,
    label: value,
  }));
};

/** The choice of applications. It goes into the address, so that "back" and a reload keep it. */
export const ApplicationFilterForm = ({ filter }: { filter: ApplicationFilter }) => {
  const { go } = usePortal();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const get = (name: string) => (form.get(name) as string | null) || undefined;
    go(applicationsHash({ state: get('state'), year: get('year') }));
  };
  return (
    <search>
      <form class="filter panel" onSubmit={submit} aria-label={t('cases.filter')}>
        <Select
          name="year"
          label={say('list.year')}
          options={years(filter.year)}
          defaultValue={filter.year ?? ''}
        />
        <Select
          name="state"
          label={t('cases.state')}
          empty={t('cases.state.all')}
          options={states()}
          defaultValue={filter.state ?? ''}
        />
        <div class="filter-buttons">
          <Button type="submit" variant="secondary">
            {t('cases.apply')}
          </Button>
          {(filter.state || filter.year !== String(budgetYear())) && (
            <Button variant="tertiary" onClick={() => go(applicationsHash())}>
              {t('cases.reset')}
            </Button>
          )}
        </div>
      </form>
    </search>
  );
};
