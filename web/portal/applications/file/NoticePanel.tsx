import { formatEuros } from '../../../../domain/money/euros.ts';
import { sharesOf } from '../../../../domain/money/shares.ts';
import { formText } from '../../application/texts.ts';
import { Pairs } from '../../parts/Pairs.tsx';
import { dateText } from '../../time/dates.ts';
import { OwnDocument } from '../files/OwnDocument.tsx';
import { say } from '../texts.ts';
import type { Opened } from '../use-file.ts';

/** How an objection is filed, and what is none: a button would be one that the law does not know. */
const Objection = ({ file }: Pick<Opened, 'file'>) => {
  const { announced, objectedOn, waivedOn } = file;
  if (objectedOn) return <p class="kern-body">{say('notice.objected', { day: dateText(objectedOn) })}</p>;
  if (waivedOn) return <p class="kern-body">{say('notice.waived', { day: dateText(waivedOn) })}</p>;
  if (file.at !== 'objection-period' || !announced) return null;
  return (
    <div class="note">
      <h3 class="portal-h3">{say('notice.objection')}</h3>
      <p class="kern-body">{say('notice.objection.how', { day: dateText(announced.objectionEnds) })}</p>
      <p class="kern-body">
        <strong>{say('notice.objection.not')}</strong>
      </p>
    </div>
  );
};

const Reasons = ({ file }: Pick<Opened, 'file'>) => {
  const note = file.notes.find(({ n }) => n === file.decision?.note);
  return (
    <>
      {note?.text && (
        <div class="answer-long">
          <h3 class="portal-h3">{say('notice.reasons')}</h3>
          <p class="answer-text">{note.text}</p>
        </div>
      )}
      {note?.conditions && note.conditions.length > 0 && (
        <div class="answer-long">
          <h3 class="portal-h3">{say('notice.conditions')}</h3>
          <ol class="conditions">
            {note.conditions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
        </div>
      )}
    </>
  );
};

/** When it left the house, when it counts as announced, and until when one may object; an allotment has none of it. */
const datesOf = ({ announced }: Opened['file']): [string, string][] =>
  announced
    ? [
        [say('notice.sent'), say(`notice.by.${announced.by}`, { day: dateText(announced.sentOn) })],
        [say('notice.counts'), dateText(announced.announcedOn)],
        [say('notice.ends'), dateText(announced.objectionEnds)],
      ]
    : [];

/** What was decided, when it counts as announced, and what can be done against it; nothing while the provider is not told. */
export const NoticePanel = ({ of, file }: Opened) => {
  const { announced, decision } = file;
  if (!decision) return null;
  const { state, county } = sharesOf(decision.amount - decision.voluntary);
  const isGrant = decision.kind !== 'refuse';
  return (
    <section class="panel" aria-labelledby="notice">
      <h2 class="portal-h2" id="notice">
        {say(announced ? 'notice.panel' : 'notice.panel.allotment')}: {say(`notice.kind.${decision.kind}`)}
      </h2>
      <Pairs
        pairs={[
          [say('notice.amount'), isGrant && formatEuros(decision.amount)],
          [formText('totals.state'), isGrant && formatEuros(state)],
          [formText('totals.county'), isGrant && formatEuros(county + decision.voluntary)],
          ...datesOf(file),
        ]}
      />
      {announced && <OwnDocument id={of.id} kind="notice" />}
      <Reasons file={file} />
      <Objection file={file} />
    </section>
  );
};
