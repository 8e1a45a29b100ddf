import { Button } from '../../../fields/Button.tsx';
import { Select } from '../../../fields/Select.tsx';
import { usePortal } from '../../app/context.ts';
import { t } from '../../texts.ts';
import { listHash } from '../addresses.ts';
import { say } from '../texts.ts';
import { fundingYears } from './years.ts';

/** The choice of a year. It goes into the address, so that "back" and a reload keep it. */
export const YearForm = ({ year }: { year: string | undefined }) => {
  const { go } = usePortal();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget as HTMLFormElement).get('year');
    go(listHash(String(chosen ?? '')));
  };
  return (
    <search>
      <form class="filter panel" onSubmit={submit} aria-label={say('list.filter')}>
        <Select
          name="year"
          label={say('list.year')}
          empty={say('list.year.all')}
          options={fundingYears().map((one) => ({ value: String(one), label: String(one) }))}
          defaultValue={year ?? ''}
        />
        <div class="filter-buttons">
          <Button type="submit" variant="secondary">
            {t('cases.apply')}
          </Button>
        </div>
      </form>
    </search>
  );
};
