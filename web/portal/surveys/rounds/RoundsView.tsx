import { useState } from 'preact/hooks';
import type { MyRounds } from '../../../../domain/api/survey-rounds.ts';
import { groups } from '../../../../domain/survey/group.ts';
import { Button } from '../../../fields/Button.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import { now } from '../../api/now.ts';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { newId } from '../../case/new-id.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { t, word } from '../../texts.ts';
import { dateOf, dateRange } from '../../time/dates.ts';
import { roundHash } from '../addresses.ts';
import { groupText } from '../questions/question-words.ts';
import { say } from '../texts.ts';

type Round = MyRounds['items'][number];

/** Whom a round asks, in words. */
export const askedText = (asked: Round['groups']): string =>
  groups
    .filter((group) => asked[group] !== undefined)
    .map(groupText)
    .join(', ');

/** From in two weeks on for six weeks: a proposal that somebody changes. */
const proposal = () => {
  const day = (n: number) => dateOf(new Date(now().getTime() + n * 86_400_000));
  return { year: Number(day(14).slice(0, 4)), from: day(14), to: day(56), groups: [...groups] };
};

/** A new round is there with its id before anything is typed: the same button twice makes one. */
const NewRound = ({ rounds }: { rounds: readonly Round[] }) => {
  const { call, go } = usePortal();
  const [id] = useState(newId);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const previous = rounds.find(({ at }) => at === 'published' || at === 'closed')?.id;
  const make = () => {
    setBusy(true);
    setError(undefined);
    call('PUT /api/survey-rounds/{id}', { id, body: { ...proposal(), ...(previous && { previous }) } })
      .then(() => go(roundHash(id)), setError)
      .finally(() => setBusy(false));
  };
  return (
    <div class="actions">
      <Button busy={busy} onClick={make}>
        {busy ? t('app.sending') : say('list.new')}
      </Button>
      <Failure error={error} onRetry={make} />
    </div>
  );
};

/** Every round of the needs survey, last first. */
export const RoundsView = () => {
  const { me, call } = usePortal();
  useTitle(say('list.title'));
  const rounds = useLoad('rounds', () => call('GET /api/survey-rounds'));
  const items = rounds.data?.items.filter(({ at }) => at !== 'discarded');
  return (
    <>
      <h1 class="portal-h1">{say('list.title')}</h1>
      <p class="portal-lead">{say('list.lead.office')}</p>
      {me.roles.includes('coordinator') && items && <NewRound rounds={items} />}
      <Progress text={rounds.loading && !items ? t('app.loading') : undefined} />
      <Failure error={rounds.error} onRetry={rounds.reload} />
      {items?.length === 0 && <p class="kern-body panel portal-muted">{say('list.none')}</p>}
      {items && items.length > 0 && (
        <div class="panel">
          <DataTable
            caption={say('list.title')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'name',
                label: say('list.round'),
                names: true,
                cell: ({ id, year }) => (
                  <a class="kern-link kern-link--no-visited-state" href={roundHash(id)}>
                    {say('round.title', { year: String(year) })}
                  </a>
                ),
              },
              { key: 'period', label: say('list.period'), cell: ({ from, to }) => dateRange(from, to) },
              { key: 'asks', label: say('list.asks'), cell: (round) => askedText(round.groups) },
              { key: 'state', label: say('list.state'), cell: ({ at }) => word('step', at) },
            ]}
          />
        </div>
      )}
    </>
  );
};
