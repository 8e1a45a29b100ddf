import { ErrorSummary } from '../../../fields/ErrorSummary.tsx';
import { fieldId } from '../../../fields/field.ts';
import type { Part } from '../addresses.ts';
import { partHash } from '../addresses.ts';
import { type Section, sectionNames, sectionOf } from '../form/sections.ts';
import { say } from '../texts.ts';
import { ConflictView } from './ConflictView.tsx';
import { LastYear } from './LastYear.tsx';
import { type Mark, markOf } from './marks.ts';
import { Notices } from './Notices.tsx';
import { PartButtons } from './PartButtons.tsx';
import { sectionParts } from './parts-of-form.tsx';
import { Review } from './Review.tsx';
import { SaveBar } from './SaveBar.tsx';
import { parts, partTitle, SectionNav } from './SectionNav.tsx';
import { AttachmentsSection } from './sections/AttachmentsSection.tsx';
import type { EditorState } from './use-editor.ts';
import { useHeldFiles } from './use-held-files.ts';
import { useKitaNames } from './use-kita-names.ts';
import { useLastYear } from './use-last-year.ts';
import { usePartFocus } from './use-part-focus.ts';
import { namedWrong } from './use-problems.ts';

const marksOf = (known: Parameters<typeof markOf>[1]) =>
  Object.fromEntries(sectionNames.map((section) => [section, markOf(section, known)])) as Record<
    Section,
    Mark
  >;

/** One part of the application, with the way to the others, what is wrong, and whether it is saved. */
export const Desk = ({ editor, part }: { editor: EditorState; part: Part }) => {
  const { editing, saving, missing, wrong, attempt } = editor;
  const { file, draft } = editing;
  const kitas = useKitaNames();
  const compared = useLastYear(file)(draft);
  const { heading, focusOn } = usePartFocus(part);
  const files = useHeldFiles(editing);
  const marks = marksOf({ draft, missing, wrong, differences: compared?.differences });
  const of = { answers: draft, kitas };
  const here = part === 'review' ? wrong : wrong.filter(({ name }) => sectionOf(name) === part);
  const errors = here.map((one) => ({ id: fieldId(one.name), message: namedWrong(one, of) }));
  const follow = (id: string) => {
    const name = here.find((one) => fieldId(one.name) === id)?.name;
    const there = name === undefined ? part : sectionOf(name);
    if (there === part) return document.getElementById(id)?.focus();
    focusOn(id);
    location.hash = partHash(file.id, there);
  };
  const Fields = part === 'review' ? undefined : sectionParts[part];
  return (
    <div class="editor">
      <SectionNav id={file.id} now={part} marks={marks} />
      <div class="editor-main panel">
        <Notices editor={editor} onFollow={focusOn} />
        {saving.conflict ? (
          <ConflictView conflict={saving.conflict} onSettle={saving.settle} />
        ) : (
          <>
            <ErrorSummary
              title={say(part === 'review' ? 'errors.title' : 'errors.section', { count: errors.length })}
              errors={errors}
              attempt={part === 'review' ? attempt : 0}
              onFollow={follow}
            />
            <div>
              <p class="editor-place">
                {say('steps.place', { n: parts.indexOf(part) + 1, count: parts.length })}
              </p>
              <h2 class="editor-title" tabIndex={-1} ref={heading}>
                {partTitle(part)}
              </h2>
            </div>
            {compared && part !== 'review' && part !== 'declarations' && (
              <LastYear section={part} compared={compared} />
            )}
            {Fields && <Fields key={part} />}
            {part === 'attachments' && <AttachmentsSection state={files} />}
            {part === 'review' && <Review editor={editor} marks={marks} compared={compared} />}
            <PartButtons id={file.id} part={part} tried={attempt > 0} />
          </>
        )}
        {!saving.conflict && <SaveBar saving={saving} label={say('save.now')} />}
      </div>
    </div>
  );
};
