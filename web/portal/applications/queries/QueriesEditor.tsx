import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { Button } from '../../../fields/Button.tsx';
import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { fieldId } from '../../../fields/field.ts';
import { Progress } from '../../../fields/Progress.tsx';
import { AnswersInFull } from '../../application/AnswersInFull.tsx';
import { formText } from '../../application/texts.ts';
import { Failure } from '../../parts/Failure.tsx';
import { t } from '../../texts.ts';
import { ConflictView } from '../edit/ConflictView.tsx';
import { EditingContext } from '../edit/editing.ts';
import { Notices } from '../edit/Notices.tsx';
import { sectionParts } from '../edit/parts-of-form.tsx';
import { SaveBar } from '../edit/SaveBar.tsx';
import { Signature } from '../edit/Signature.tsx';
import { AttachmentsSection } from '../edit/sections/AttachmentsSection.tsx';
import { type EditorState, useEditor } from '../edit/use-editor.ts';
import { useHeldFiles } from '../edit/use-held-files.ts';
import { useKitaNames } from '../edit/use-kita-names.ts';
import { namedWrong } from '../edit/use-problems.ts';
import type { Section } from '../form/sections.ts';
import { say } from '../texts.ts';
import { openSections } from './open-sections.ts';

const focusInput = (id: string) => document.getElementById(id)?.focus();

const Part = ({ section, editor }: { section: Section; editor: EditorState }) => {
  const Fields = sectionParts[section];
  const files = useHeldFiles(editor.editing);
  return (
    <section class="panel editor-main" aria-labelledby={`part-${section}`}>
      <h2 class="editor-title" id={`part-${section}`}>
        {formText(`section.${section}`)}
      </h2>
      {Fields ? <Fields /> : <AttachmentsSection state={files} />}
    </section>
  );
};

const Form = ({ editor }: { editor: EditorState }) => {
  const { editing, saving, wrong, attempt, error, busy, submit } = editor;
  const { file, draft } = editing;
  const kitas = useKitaNames();
  const of = { answers: draft, kitas };
  const errors = wrong.map((one) => ({ id: fieldId(one.name), message: namedWrong(one, of) }));
  if (saving.conflict) return <ConflictView conflict={saving.conflict} onSettle={saving.settle} />;
  return (
    <>
      <Notices editor={editor} onFollow={focusInput} />
      <ErrorSummary title={say('errors.title', { count: errors.length })} errors={errors} attempt={attempt} />
      {openSections(file.answers ?? {}, file.reopened ?? []).map((section) => (
        <Part key={section} section={section} editor={editor} />
      ))}
      <section class="panel editor-main">
        <Signature hint={say('queries.signature')} />
        <Failure error={error} title={say('review.failed')} onRetry={() => void submit()} />
        <Progress text={busy ? t('app.sending') : undefined} />
        <div class="actions">
          <Button busy={busy} onClick={() => void submit()}>
            {say('queries.send')}
          </Button>
        </div>
        <SaveBar saving={saving} label={say('save.now.correct')} />
      </section>
      <details class="panel answers-fold">
        <summary>{say('answers.open')}</summary>
        <AnswersInFull answers={draft} kitas={kitas} fullWeek={file.fullWeek} />
      </details>
    </>
  );
};

/** What the office asked, with the fields that it opened; everything else is shown and stays as it is. */
export const QueriesEditor = ({ file, onSent }: { file: ApplicationFile; onSent: () => void }) => {
  const editor = useEditor(file, onSent);
  return (
    <EditingContext.Provider value={editor.editing}>
      <Form editor={editor} />
    </EditingContext.Provider>
  );
};
