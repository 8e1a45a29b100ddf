import { useEffect, useState } from 'preact/hooks';
import type { ResponsibleAnswer } from '../../../domain/api/families.ts';
import { Button } from '../../fields/Button.tsx';
import { Checkbox } from '../../fields/Checkbox.tsx';
import { Progress } from '../../fields/Progress.tsx';
import { responsible } from '../api/families.ts';
import { TalkNow } from '../danger/TalkNow.tsx';
import { t } from '../language/texts.ts';
import { Ombuds } from './Ombuds.tsx';
import { PersonCard } from './PersonCard.tsx';
import { ReadingTime } from './ReadingTime.tsx';

interface Props {
  place: { kita: string } | { municipality: string };
  /** In the form: who, and whether not to this person; no more. */
  brief?: boolean;
  notToResponsible: boolean;
  /** Gets the person to whom it must not go, or nothing when it may. */
  onOther: (person: string | undefined) => void;
  onWrite: () => void;
}

/** Who is responsible, how to reach somebody now, and the way to a message, to this person or to another. */
export const ResponsibleBox = ({ place, brief, notToResponsible, onOther, onWrite }: Props) => {
  const [answer, set] = useState<ResponsibleAnswer | 'failed'>();
  // Another place is another box (its key).
  useEffect(() => {
    const stop = new AbortController();
    responsible(place, stop.signal).then(set, () => stop.signal.aborted || set('failed'));
    return () => stop.abort();
  }, []);
  const person = answer && answer !== 'failed' ? answer.person : undefined;
  return (
    <div class="stack">
      <Progress text={answer ? undefined : t('responsible.loading')} />
      {answer === 'failed' && (
        <p class="kern-body" role="status">
          {t('responsible.failed')}
        </p>
      )}
      {answer && answer !== 'failed' && <PersonCard answer={answer} />}
      {!brief && <ReadingTime />}
      {!brief && (
        <div>
          <Button onClick={onWrite}>{t('responsible.write')}</Button>
        </div>
      )}
      {person && (
        <Checkbox
          name="notToResponsible"
          label={t('responsible.other')}
          hint={notToResponsible ? undefined : t('responsible.other-hint')}
          checked={notToResponsible}
          onChange={(event) => onOther(event.currentTarget.checked ? person.id : undefined)}
        />
      )}
      <div role="status" class="stack">
        {person && notToResponsible && (
          <>
            <p class="kern-body">{t('responsible.other-chosen', { name: person.name })}</p>
            <Ombuds />
          </>
        )}
      </div>
      {!brief && <TalkNow />}
    </div>
  );
};
