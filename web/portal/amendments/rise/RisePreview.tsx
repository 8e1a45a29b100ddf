import { formatEuros } from '../../../../domain/money/euros.ts';
import { Button } from '../../../fields/Button.tsx';
import { usePortal } from '../../app/context.ts';
import { purposeText } from '../../application/purpose-text.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { say } from '../texts.ts';
import type { Preview, RiseState } from './use-rise.ts';

type Item = Preview['items'][number];

const Grants = ({ items, year }: { items: Item[]; year: number }) => {
  const { hashOf } = usePortal();
  const at = (id: string) => hashOf({ id, form: 'budget-application' });
  return (
    <DataTable
      caption={say('rise.caption', { year })}
      rows={items}
      keyOf={({ application }) => application}
      columns={[
        {
          key: 'provider',
          label: say('rise.provider'),
          names: true,
          cell: ({ application, amendment, provider, purpose }: Item) => (
            <span class="case-name">
              <a class="kern-link kern-link--no-visited-state" href={at(amendment ?? application)}>
                {provider.name}
              </a>
              <span class="case-place">{purpose && purposeText(purpose)}</span>
            </span>
          ),
        },
        { key: 'file', label: say('rise.file'), cell: ({ fileNumber }: Item) => fileNumber },
        {
          key: 'before',
          label: say('rise.before'),
          numeric: true,
          cell: ({ before }: Item) => formatEuros(before),
        },
        {
          key: 'after',
          label: say('rise.after'),
          numeric: true,
          cell: ({ after }: Item) => formatEuros(after),
        },
        {
          key: 'difference',
          label: say('rise.difference'),
          numeric: true,
          cell: ({ before, after }: Item) => <strong>{formatEuros(after - before)}</strong>,
        },
        { key: 'state', label: say('rise.state'), cell: ({ state }: Item) => say(`rise.state.${state}`) },
      ]}
    />
  );
};

const sumOf = ({ difference }: Preview) => difference.state + difference.county + difference.voluntary;

/** What a rise makes of every grant, whether the money suffices, and the button that makes the amendments. */
export const RisePreview = ({ year, state }: { year: number; state: RiseState }) => {
  const { me } = usePortal();
  const { preview, progress, busy } = state;
  if (!preview) return null;
  const ready = preview.items.filter((one) => one.state === 'ready').length;
  const { regular } = preview.available;
  return (
    <section class="panel" aria-labelledby="rise-shown">
      <h2 class="portal-h2" id="rise-shown" tabIndex={-1}>
        {say('rise.shown')}
      </h2>
      {preview.items.length === 0 ? (
        <p class="kern-body">{say('rise.none')}</p>
      ) : (
        <>
          <p class="kern-body">
            {say('rise.sum', { amount: formatEuros(sumOf(preview)), available: formatEuros(regular) })}
          </p>
          {sumOf(preview) > regular && <p class="note kern-body">{say('rise.short')}</p>}
          <Grants items={preview.items} year={year} />
        </>
      )}
      <p class="kern-body" role="status">
        {progress && busy === 'make'
          ? say('rise.progress', { made: progress.made, all: progress.made + progress.left })
          : progress && say('rise.done', { made: progress.made })}
      </p>
      {progress && progress.open > 0 && <p class="kern-body">{say('rise.open', { count: progress.open })}</p>}
      {me.roles.includes('clerk') && ready > 0 && (
        <div class="actions">
          <Button busy={busy === 'make'} onClick={() => void state.make()}>
            {say('rise.make', { count: ready })}
          </Button>
        </div>
      )}
    </section>
  );
};
