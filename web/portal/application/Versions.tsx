import { useState } from 'preact/hooks';
import type { ApplicationFile } from '../../../domain/api/budget.ts';
import { differencesOf } from '../../../domain/forms/budget-application/differences.ts';
import type { BudgetApplicationDraft } from '../../../domain/forms/budget-application/draft.ts';
import { Button } from '../../fields/Button.tsx';
import { Progress } from '../../fields/Progress.tsx';
import { Select } from '../../fields/Select.tsx';
import { usePortal } from '../app/context.ts';
import { Failure } from '../parts/Failure.tsx';
import { t } from '../texts.ts';
import { momentText } from '../time/dates.ts';
import { Differences } from './Differences.tsx';
import { formText } from './texts.ts';

/** When a version was sent, and by whom. */
export interface SentVersion {
  n: number;
  at: string;
  by: string;
}

interface Compared {
  older: string;
  younger: string;
  before: BudgetApplicationDraft;
  after: BudgetApplicationDraft;
}

const Comparison = ({ of, file }: { of: Compared; file: ApplicationFile }) => {
  const { kitas } = file;
  const differences = differencesOf(of.before, of.after);
  const caption = formText('versions.between', { older: of.older, younger: of.younger });
  return (
    <>
      <h3 class="portal-h3">{caption}</h3>
      {differences.length === 0 ? (
        <p class="kern-body">{formText('versions.same')}</p>
      ) : (
        <Differences
          caption={caption}
          differences={differences}
          before={{ answers: of.before, kitas }}
          after={{ answers: of.after, kitas }}
        />
      )}
    </>
  );
};

interface Props {
  file: ApplicationFile;
  versions: readonly SentVersion[];
}

const Chooser = ({ file, versions }: Props) => {
  const { call } = usePortal();
  const [older, setOlder] = useState(String(file.sent - 1));
  const [younger, setYounger] = useState(String(file.sent));
  const [compared, setCompared] = useState<Compared>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const answersOf = async (version: string) =>
    (await call('GET /api/budget-applications/{id}', { id: file.id, query: { version } })).answers ?? {};
  const compare = () => {
    setBusy(true);
    setError(undefined);
    Promise.all([answersOf(older), answersOf(younger)])
      .then(([before, after]) => setCompared({ older, younger, before, after }), setError)
      .finally(() => setBusy(false));
  };
  const options = versions.map(({ n, at, by }) => ({
    value: String(n),
    label: formText('versions.one', { n, moment: momentText(at), by }),
  }));
  return (
    <section class="panel" aria-labelledby="versions">
      <h2 class="portal-h2" id="versions">
        {formText('versions.title')}
      </h2>
      <div class="versions">
        <Select
          name="older"
          label={formText('versions.older')}
          options={options}
          value={older}
          onChange={(event) => setOlder(event.currentTarget.value)}
        />
        <Select
          name="younger"
          label={formText('versions.younger')}
          options={options}
          value={younger}
          onChange={(event) => setYounger(event.currentTarget.value)}
        />
        <Button variant="secondary" busy={busy} onClick={compare}>
          {formText('versions.compare')}
        </Button>
      </div>
      <Progress text={busy ? t('app.loading') : undefined} />
      <Failure error={error} onRetry={compare} />
      {compared && <Comparison of={compared} file={file} />}
    </section>
  );
};

/**
 * The versions that were sent, and the difference between two of them. They are fetched when somebody asks: looking is logged.
 * A version that comes in while the page is open is one of the two that are chosen at first.
 */
export const Versions = (props: Props) =>
  props.file.sent < 2 ? null : <Chooser key={props.file.sent} {...props} />;
