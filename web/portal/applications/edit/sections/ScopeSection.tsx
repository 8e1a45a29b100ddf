import { covers } from '../../../../../domain/places/provision.ts';
import { CheckboxGroup } from '../../../../fields/Choices.tsx';
import { usePortal } from '../../../app/context.ts';
import { kitaName } from '../../../application/field-name.ts';
import { formText } from '../../../application/texts.ts';
import { keyOfRow } from '../../form/values.ts';
import { fundingYears } from '../../list/years.ts';
import { say } from '../../texts.ts';
import { useEditing } from '../editing.ts';
import { Group } from '../Group.tsx';
import { Line, OneOf, Query, queryId } from '../inputs.tsx';
import { emptyShare } from '../rows.ts';
import { useYearMoves } from '../use-year-moves.ts';

/** The Kitas that the provider runs in the whole period, and those that are chosen though it does not. */
const useOffered = () => {
  const { me } = usePortal();
  const { draft, values, file } = useEditing();
  const { from, to } = draft.period ?? {};
  const provided = me.provides ?? [];
  const offered = from && to && from <= to ? provided.filter((one) => covers(one, { from, to })) : [];
  const known = new Set(offered.map(({ id }) => id));
  const others = values.kitas.filter((id) => !known.has(id));
  return {
    hasPeriod: Boolean(from && to && from <= to),
    options: [
      ...offered.map(({ id, name, place }) => ({
        value: id,
        label: [name, place].filter(Boolean).join(', '),
      })),
      ...others.map((id) => ({
        value: id,
        label: provided.find((one) => one.id === id)?.name ?? kitaName(id, file),
        hint: say('kitas.other'),
      })),
    ],
  };
};

const Kitas = () => {
  const { form, values, errorAt, openingAt, queryAt, draft, file } = useEditing();
  const { hasPeriod, options } = useOffered();
  const error = errorAt('kitas');
  const query = queryAt('kitas');
  if (!openingAt('kitas'))
    return (
      <dl class="locked">
        <dt>{formText('kitas')}</dt>
        <dd>{(draft.kitas ?? []).map((id) => kitaName(id, file)).join(', ')}</dd>
      </dl>
    );
  const choose = (id: string, isChosen: boolean) => {
    const others = values.kitas.filter((one) => one !== id);
    if (isChosen && !(keyOfRow(id) in (values.shares as object)))
      form.setValue(`shares.${keyOfRow(id)}` as never, emptyShare(others.length === 0) as never);
    form.setValue('kitas', isChosen ? [...others, id] : others);
  };
  return (
    <div class={query ? 'queried' : undefined}>
      <Query name="kitas" text={query} />
      {options.length === 0 ? (
        <p class="kern-body" id="field-kitas" tabIndex={-1}>
          {say(hasPeriod ? 'kitas.none' : 'kitas.no-period')}
        </p>
      ) : (
        <CheckboxGroup
          name="kitas"
          label={formText('kitas')}
          hint={formText('kitas.hint')}
          options={options}
          chosen={values.kitas}
          {...(error && { error })}
          {...(query && { describedBy: queryId('kitas') })}
          onChange={(event) => choose(event.currentTarget.value, event.currentTarget.checked)}
        />
      )}
    </div>
  );
};

/** Which year and period, and for which Kitas. */
export const ScopeSection = () => {
  const { draft } = useEditing();
  useYearMoves();
  const years = [...new Set([...fundingYears(), draft.year ?? 0])].filter(Boolean);
  const day = draft.year ? say('field.date.hint', { year: draft.year }) : undefined;
  return (
    <>
      <OneOf
        name="year"
        hint={say('year.hint')}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
      />
      <Group name="period" title={formText('period')}>
        <p class="kern-body">{formText('period.hint')}</p>
        <div class="fields-row">
          <Line name="period.from" hint={day} inputMode="numeric" />
          <Line name="period.to" hint={day} inputMode="numeric" />
        </div>
      </Group>
      <Kitas />
    </>
  );
};
