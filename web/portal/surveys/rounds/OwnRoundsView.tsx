import type { MyRounds } from '../../../../domain/api/survey-rounds.ts';
import { readUnit } from '../../../../domain/survey/unit.ts';
import { Progress } from '../../../fields/Progress.tsx';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { DocumentButton } from '../../parts/DocumentButton.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { t, word } from '../../texts.ts';
import { dateText } from '../../time/dates.ts';
import { childrenHash, linkAddress } from '../addresses.ts';
import { say } from '../texts.ts';

type Round = MyRounds['items'][number];
type Unit = Round['units'][number];

const WRITING = ['fill', 'corrections'];

const stateText = ({ from }: Round, { state, until }: Unit): string => {
  const day = dateText(state === 'not-yet' ? from : until);
  const now = say(`own.state.${state}`, { day });
  return state === 'open' ? `${now}, ${say('own.until', { day })}` : now;
};

/** What one Kita or provider has to do in a round, and the link that it may hang up. */
const OwnUnit = ({ round, unit }: { round: Round; unit: Unit }) => {
  const { hashOf, call } = usePortal();
  const of = readUnit(unit.unit);
  const form = of?.kind === 'provider' ? 'provider-survey' : 'kita-survey';
  const asksChildren = of?.kind === 'kita' && round.groups.children !== undefined && unit.state === 'open';
  const isWriting = unit.form && WRITING.includes(unit.form.at);
  return (
    <section class="panel own-unit" aria-labelledby={`unit-${round.id}-${of?.id}`}>
      <h3 class="portal-h3" id={`unit-${round.id}-${of?.id}`}>
        {unit.name}
      </h3>
      <p class="kern-body">
        {stateText(round, unit)}
        {unit.form && ` · ${word('step', unit.form.at)}`}
      </p>
      <ul class="own-ways">
        {unit.form && (
          <li>
            <a class="kern-link kern-link--no-visited-state" href={hashOf({ id: unit.form.id, form })}>
              {say(isWriting ? 'own.fill' : 'own.see')}
            </a>
          </li>
        )}
        {asksChildren && of && (
          <li>
            <a class="kern-link kern-link--no-visited-state" href={childrenHash(round.id, of.id)}>
              {say('own.children')}
            </a>
          </li>
        )}
      </ul>
      {unit.link && unit.state !== 'ended' && (
        <p class="kern-body">
          {say('own.link')}:{' '}
          <a class="kern-link kern-link--no-visited-state survey-link" href={linkAddress(unit.link)}>
            {linkAddress(unit.link)}
          </a>
          <span class="data-note">{say('own.link.hint')}</span>
        </p>
      )}
      {unit.link && unit.state !== 'ended' && (
        <DocumentButton
          label={say('posters.own')}
          busyLabel={say('posters.busy')}
          link={() =>
            call('GET /api/survey-rounds/{id}/posters/{unit}', { id: round.id, params: { unit: unit.unit } })
          }
        />
      )}
    </section>
  );
};

/** What a Kita or a provider is asked, round by round. */
export const OwnRoundsView = () => {
  const { call } = usePortal();
  useTitle(say('list.title'));
  const rounds = useLoad('rounds', () => call('GET /api/survey-rounds'));
  const items = rounds.data?.items;
  return (
    <>
      <h1 class="portal-h1">{say('list.title')}</h1>
      <p class="portal-lead">{say('list.lead.own')}</p>
      <Progress text={rounds.loading && !items ? t('app.loading') : undefined} />
      <Failure error={rounds.error} onRetry={rounds.reload} />
      {items?.length === 0 && <p class="kern-body panel portal-muted">{say('list.none.own')}</p>}
      {items?.map((round) => (
        <section key={round.id} class="own-round" aria-labelledby={`round-${round.id}`}>
          <h2 class="portal-h2" id={`round-${round.id}`}>
            {say('round.title', { year: String(round.year) })}
          </h2>
          {round.units.map((unit) => (
            <OwnUnit key={unit.unit} round={round} unit={unit} />
          ))}
        </section>
      ))}
    </>
  );
};
