import { contactRequestV1 } from '../../../domain/forms/contact-request/process.ts';
import { Button } from '../../fields/Button.tsx';
import { Select } from '../../fields/Select.tsx';
import { now } from '../api/now.ts';
import { usePortal } from '../app/context.ts';
import { kitaChoice, useKitas } from '../lists/use-kitas.ts';
import { t, word } from '../texts.ts';
import { dateOf } from '../time/dates.ts';
import { type CaseFilter, casesHash } from './addresses.ts';

const YEARS_BACK = 3;

const states = () => [
  { value: 'open', label: t('cases.state.open') },
  ...[...Object.keys(contactRequestV1.steps), ...contactRequestV1.ends].map((value) => ({
    value,
    label: word('step', value),
  })),
];

const years = () => {
  const year = Number(dateOf(now()).slice(0, 4));
  return Array.from({ length: YEARS_BACK + 1 }, (_, back) => {
    const value = String(year - back);
    return { value, label: value };
  });
};

/** The choice of cases. It goes into the address, so that "back" and a reload keep it. */
export const FilterForm = ({ filter }: { filter: CaseFilter }) => {
  const { go, me } = usePortal();
  const kitas = useKitas();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const get = (name: string) => (form.get(name) as string | null) || undefined;
    go(casesHash({ state: get('state'), kita: get('kita'), year: get('year') }));
  };
  const all = me.roles.includes('coordinator');
  const own = all ? [] : me.kitas.map((one) => one.id);
  const offered = (kitas.data ?? []).filter((one) => own.length === 0 || own.includes(one.id));
  return (
    <search>
      <form class="filter panel" onSubmit={submit} aria-label={t('cases.filter')}>
        <Select
          name="state"
          label={t('cases.state')}
          empty={t('cases.state.all')}
          options={states()}
          defaultValue={filter.state ?? ''}
        />
        <Select
          key={`kita ${offered.length}`}
          name="kita"
          label={t('cases.kita')}
          empty={t('cases.kita.all')}
          options={offered.map(kitaChoice)}
          defaultValue={filter.kita ?? ''}
        />
        <Select
          name="year"
          label={t('cases.year')}
          // The list of all cases is kept by year.
          {...(all ? {} : { empty: t('cases.year.all') })}
          options={years()}
          defaultValue={filter.year ?? (all ? years()[0]?.value : '') ?? ''}
        />
        <div class="filter-buttons">
          <Button type="submit" variant="secondary">
            {t('cases.apply')}
          </Button>
          {(filter.state || filter.kita || filter.year) && (
            <Button variant="tertiary" onClick={() => go(casesHash())}>
              {t('cases.reset')}
            </Button>
          )}
        </div>
      </form>
    </search>
  );
};
