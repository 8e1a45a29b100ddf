import { CheckboxGroup } from '../../../../fields/Choices.tsx';
import { useLoad } from '../../../api/use-load.ts';
import { usePortal } from '../../../app/context.ts';
import { formText } from '../../../application/texts.ts';
import { NamedGoals } from '../../../goals/NamedGoals.tsx';
import { Failure } from '../../../parts/Failure.tsx';
import { Loading } from '../../../parts/Loading.tsx';
import { useEditing } from '../editing.ts';
import { Query, queryId } from '../inputs.tsx';

/** The county's fine goals of the year, and what is chosen though it is none of them any more. */
const useOffered = (year: number, chosen: readonly string[]) => {
  const { call } = usePortal();
  const { data, error, reload } = useLoad(`goals ${year}`, () =>
    call('GET /api/goals', { query: { year: String(year) } }),
  );
  const offered = (data?.items ?? [])
    .filter(({ dropped }) => !dropped)
    .flatMap((goal) => goal.fine.map((fine) => ({ value: fine.id, label: fine.text, hint: goal.text })));
  const known = new Set(offered.map(({ value }) => value));
  const gone = chosen
    .filter((id) => !known.has(id))
    .map((value) => ({ value, label: formText('countyGoals.gone') }));
  return { options: data && [...offered, ...gone], error, reload };
};

const Choice = ({ year }: { year: number }) => {
  const { form, draft, errorAt, queryAt } = useEditing();
  const chosen = draft.countyGoals ?? [];
  const { options, error: failure, reload } = useOffered(year, chosen);
  const error = errorAt('countyGoals');
  const query = queryAt('countyGoals');
  const choose = (id: string, isChosen: boolean) => {
    const others = chosen.filter((one) => one !== id);
    form.setValue('countyGoals', isChosen ? [...others, id] : others);
  };
  if (failure) return <Failure error={failure} onRetry={reload} />;
  if (!options) return <Loading />;
  return (
    <div class={query ? 'queried' : undefined}>
      <Query name="countyGoals" text={query} />
      {options.length === 0 ? (
        <p class="kern-body portal-muted" id="field-countyGoals" tabIndex={-1}>
          {formText('countyGoals.none', { year: String(year) })}
        </p>
      ) : (
        <CheckboxGroup
          name="countyGoals"
          label={formText('countyGoals')}
          hint={formText('countyGoals.hint')}
          optional={formText('form.optional')}
          options={options}
          chosen={chosen}
          {...(error && { error })}
          {...(query && { describedBy: queryId('countyGoals') })}
          onChange={(event) => choose(event.currentTarget.value, event.currentTarget.checked)}
        />
      )}
    </div>
  );
};

/** Which of the county's goals the application serves. */
export const CountyGoals = () => {
  const { draft, openingAt } = useEditing();
  if (!openingAt('countyGoals')) return <NamedGoals answers={draft} level={3} />;
  if (draft.year === undefined)
    return <p class="kern-body portal-muted">{formText('countyGoals.no-year')}</p>;
  return <Choice year={draft.year} />;
};
