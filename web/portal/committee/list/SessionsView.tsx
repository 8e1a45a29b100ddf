import { useState } from 'preact/hooks';
import { Button } from '../../../fields/Button.tsx';
import { Select } from '../../../fields/Select.tsx';
import { now } from '../../api/now.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { newId } from '../../case/new-id.ts';
import { CaseList } from '../../lists/CaseList.tsx';
import { usePages } from '../../lists/use-pages.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { dateOf } from '../../time/dates.ts';
import { sessionHash, sessionsHash } from '../addresses.ts';
import { say } from '../texts.ts';

/** A session is put down for a year ahead, and looked up for years. */
const BACK = 4;

const yearsAround = (): string[] => {
  const newest = Number(dateOf(now()).slice(0, 4)) + 1;
  return Array.from({ length: BACK + 2 }, (_, back) => String(newest - back));
};

/** A new session is there with its id before anything is typed: the same button twice makes one. */
const NewSession = () => {
  const { call, go } = usePortal();
  const [id] = useState(newId);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const make = () => {
    setBusy(true);
    setError(undefined);
    call('PUT /api/committee-sessions/{id}', { id, body: { kind: 'session' } })
      .then(() => go(sessionHash(id)), setError)
      .finally(() => setBusy(false));
  };
  return (
    <div class="actions">
      <Button busy={busy} onClick={make}>
        {busy ? t('app.sending') : say('list.new')}
      </Button>
      <Failure error={error} title={say('list.new.failed')} onRetry={make} />
    </div>
  );
};

const YearForm = ({ year }: { year: string }) => {
  const { go } = usePortal();
  const offered = yearsAround();
  const years = offered.includes(year) ? offered : [...offered, year];
  return (
    <search>
      <form
        class="filter panel"
        aria-label={t('cases.filter')}
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          go(sessionsHash(String(form.get('year') ?? '')));
        }}
      >
        <Select
          name="year"
          label={say('list.year')}
          options={years.map((value) => ({ value, label: value }))}
          defaultValue={year}
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

/** The sessions of a year, newest first, and for the committee's office the way to a new one. */
export const SessionsView = ({ query }: ViewProps) => {
  const { me, call } = usePortal();
  const year = query.jahr ?? dateOf(now()).slice(0, 4);
  const title = say('list.title');
  useTitle(title);
  const pages = usePages(`sessions ${year}`, (cursor) =>
    call('GET /api/submissions', { query: { form: 'committee-session', year, cursor } }),
  );
  return (
    <>
      <h1 class="portal-h1">{title}</h1>
      <p class="portal-lead">{say('list.intro', { year })}</p>
      {me.roles.includes('committee') && <NewSession />}
      <YearForm key={year} year={year} />
      <CaseList
        caption={say('list.caption', { year })}
        columns={['case', 'step', 'due', 'turn']}
        pages={pages}
        empty={{ title: say('list.empty.title'), text: say('list.empty.text') }}
      />
    </>
  );
};
