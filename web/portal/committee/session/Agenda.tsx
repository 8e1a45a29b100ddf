import type { SessionFile, SessionItem } from '../../../../domain/api/committee.ts';
import { say } from '../texts.ts';
import { ItemFacts, nameOf } from './ItemFacts.tsx';
import { ResolutionPairs } from './ResolutionPairs.tsx';

/** What an item is called, also when its case is deleted. */
export const itemName = ({ facts }: Pick<SessionItem, 'facts'>): string =>
  facts ? nameOf(facts) : say('item.gone');

const publicity = ({ public: isPublic, reason }: SessionItem): string =>
  isPublic === false
    ? say('item.not-public', { reason: reason ? say(`reason.${reason}`) : '' })
    : say('item.public');

/** What was resolved on one item, and what became of its case. */
const Resolved = ({ of }: { of: SessionItem }) => {
  const { resolution, state } = of;
  if (!resolution) return state === 'left' ? <p class="kern-body">{say('item.left')}</p> : null;
  return (
    <div class="resolved">
      <p class="kern-body">
        <strong>{say(`outcome.${resolution.outcome}`)}</strong>
        {state !== 'here' && <span class="data-note">{say(`result.${state}`)}</span>}
      </p>
      <ResolutionPairs {...resolution} />
    </div>
  );
};

/** The agenda as it was convened, item by item, with what was resolved. */
export const Agenda = ({ file }: { file: SessionFile }) => (
  <section class="panel" aria-labelledby="agenda">
    <h2 class="portal-h2" id="agenda">
      {say('agenda.title')}
    </h2>
    {file.items.length === 0 ? (
      <p class="kern-body portal-muted">{say('agenda.none')}</p>
    ) : (
      <ol class="agenda">
        {file.items.map((item, n) => (
          <li key={item.case} class="agenda-item">
            <h3 class="portal-h3">{say('record.item', { number: n + 1, name: itemName(item) })}</h3>
            <p class="agenda-public">{publicity(item)}</p>
            <Resolved of={item} />
            {item.facts && <ItemFacts of={item.facts} />}
          </li>
        ))}
      </ol>
    )}
  </section>
);
