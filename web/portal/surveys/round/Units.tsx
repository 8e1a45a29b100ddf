import { useState } from 'preact/hooks';
import type { RoundFile } from '../../../../domain/api/survey-rounds.ts';
import { unitKinds } from '../../../../domain/survey/unit.ts';
import { Button } from '../../../fields/Button.tsx';
import { usePortal } from '../../app/context.ts';
import { type DataColumn, DataTable } from '../../parts/DataTable.tsx';
import { word } from '../../texts.ts';
import { dateText } from '../../time/dates.ts';
import { linkAddress } from '../addresses.ts';
import { say } from '../texts.ts';
import { ExtendDialog } from './ExtendDialog.tsx';
import type { RoundState } from './use-round.ts';

type Unit = RoundFile['units'][number];

interface Props {
  file: RoundFile;
  state: RoundState;
  /** How many have answered, in words, by unit. */
  answered: (unit: string) => string | undefined;
}

/** Whom a round asks, with what is known of their answers: who has sent a form, how many have answered by link. */
export const Units = ({ file, state, answered }: Props) => {
  const { me, hashOf } = usePortal();
  const [extending, setExtending] = useState<Unit>();
  const mayExtend = file.at === 'open' && me.roles.includes('coordinator');
  const columnsOf = (units: readonly Unit[]): DataColumn<Unit>[] => {
    const hasForms = units.some(({ form }) => form);
    const hasLinks = units.some(({ link }) => link) && file.at === 'open';
    const hasAnswers = units.some(({ unit }) => answered(unit) !== undefined);
    return [
      { key: 'name', label: say('units.name'), names: true, cell: ({ name }) => name },
      ...(hasForms
        ? [
            {
              key: 'form',
              label: say('units.form'),
              cell: ({ kind, form }: Unit) =>
                form ? (
                  <a
                    class="kern-link kern-link--no-visited-state"
                    href={hashOf({
                      id: form.id,
                      form: kind === 'provider' ? 'provider-survey' : 'kita-survey',
                    })}
                  >
                    {word('step', form.at)}
                  </a>
                ) : (
                  say('units.notAsked')
                ),
            },
          ]
        : []),
      ...(hasAnswers
        ? [
            {
              key: 'answers',
              label: say('units.answers'),
              cell: ({ unit }: Unit) => answered(unit) ?? say('units.notAsked'),
            },
          ]
        : []),
      {
        key: 'until',
        label: say('units.until'),
        cell: ({ until, extended }) => (
          <>
            {dateText(until)}
            {extended && <span class="data-note">{say('units.extended')}</span>}
          </>
        ),
      },
      ...(hasLinks
        ? [
            {
              key: 'link',
              label: say('units.link'),
              cell: ({ link, name }: Unit) =>
                link ? (
                  <a
                    class="kern-link kern-link--no-visited-state survey-link"
                    href={linkAddress(link)}
                    aria-label={say('units.link.of', { link, name })}
                  >
                    {link}
                  </a>
                ) : (
                  say('units.notAsked')
                ),
            },
          ]
        : []),
      ...(mayExtend
        ? [
            {
              key: 'more',
              label: say('units.more'),
              cell: (unit: Unit) =>
                unit.state === 'ended' ? (
                  say('own.state.ended')
                ) : (
                  <Button
                    variant="tertiary"
                    aria-label={say('units.more.of', { name: unit.name })}
                    onClick={() => setExtending(unit)}
                  >
                    {say('units.more')}
                  </Button>
                ),
            },
          ]
        : []),
    ];
  };
  return (
    <section aria-labelledby="units">
      <h2 class="portal-h2" id="units">
        {say('units.title')}
      </h2>
      <p class="kern-body portal-muted">{say('units.hint')}</p>
      {unitKinds.map((kind) => {
        const own = file.units.filter((unit) => unit.kind === kind);
        if (own.length === 0) return null;
        return (
          <section key={kind} class="panel survey-units" aria-labelledby={`units-${kind}`}>
            <h3 class="portal-h3" id={`units-${kind}`}>
              {say(`units.${kind}`)}
            </h3>
            <DataTable
              caption={say(`units.${kind}`)}
              rows={own}
              keyOf={({ unit }) => unit}
              columns={columnsOf(own)}
            />
          </section>
        );
      })}
      {extending && (
        <ExtendDialog
          round={file.id}
          unit={extending}
          state={state}
          onClose={() => setExtending(undefined)}
        />
      )}
    </section>
  );
};
