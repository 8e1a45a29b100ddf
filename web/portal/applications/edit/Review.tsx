import { Button } from '../../../fields/Button.tsx';
import { Progress } from '../../../fields/Progress.tsx';
import { say as sayAmended } from '../../amendments/texts.ts';
import { AnswersInFull } from '../../application/AnswersInFull.tsx';
import { Differences } from '../../application/Differences.tsx';
import { formText } from '../../application/texts.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { partHash } from '../addresses.ts';
import { type Section, sectionNames } from '../form/sections.ts';
import { say } from '../texts.ts';
import { useEditing } from './editing.ts';
import type { Compared } from './LastYear.tsx';
import type { Mark } from './marks.ts';
import { Sums } from './Sums.tsx';
import type { EditorState } from './use-editor.ts';
import { useKitaNames } from './use-kita-names.ts';

interface Props {
  editor: EditorState;
  marks: Record<Section, Mark>;
  compared: Compared | undefined;
}

const States = ({ id, marks }: { id: string; marks: Record<Section, Mark> }) => (
  <ul class="review-sections">
    {sectionNames.map((section) => {
      const title = formText(`section.${section}`);
      return (
        <li key={section} class={`review-section review-section--${marks[section].kind}`}>
          <span class="review-name">{title}</span>
          <span class="section-note">
            {[marks[section].text, marks[section].compared].filter(Boolean).join(' · ')}
          </span>
          <a
            class="kern-link kern-link--no-visited-state"
            href={partHash(id, section)}
            aria-label={say('review.change.section', { section: title })}
          >
            {say('review.change')}
          </a>
        </li>
      );
    })}
  </ul>
);

/** The last look before the application is sent: what is missing where, what is asked for, and everything in full. */
export const Review = ({ editor, marks, compared }: Props) => {
  const { draft, file } = useEditing();
  const kitas = useKitaNames();
  const { busy, error, submit } = editor;
  return (
    <>
      <p class="kern-body">{say('review.lead')}</p>
      {compared?.differences.length === 0 && (
        <p class="last-year">
          {compared.isGrant
            ? sayAmended('amends.changed.none')
            : say('last-year.all-unchanged', { year: compared.year })}
        </p>
      )}
      {compared?.isGrant && compared.differences.length > 0 && (
        <Differences
          caption={sayAmended('amends.changed.caption')}
          differences={compared.differences}
          before={{ answers: compared.before, kitas }}
          after={{ answers: draft, kitas }}
        />
      )}
      <section class="fields" aria-labelledby="review-sections">
        <h3 class="portal-h3" id="review-sections">
          {say('review.sections')}
        </h3>
        <States id={file.id} marks={marks} />
      </section>
      <Sums />
      <Failure error={error} title={say('review.failed')} onRetry={() => void submit()} />
      <Progress text={busy ? t('app.sending') : undefined} />
      <div class="actions">
        <Button busy={busy} onClick={() => void submit()}>
          {say('review.send')}
        </Button>
      </div>
      <details class="review-full">
        <summary>{say('review.full')}</summary>
        <AnswersInFull answers={draft} kitas={kitas} fullWeek={file.fullWeek} />
      </details>
    </>
  );
};
