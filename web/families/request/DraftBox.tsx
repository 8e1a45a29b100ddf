import { useState } from 'preact/hooks';
import { Button } from '../../fields/Button.tsx';
import { Checkbox } from '../../fields/Checkbox.tsx';
import { ConfirmDialog } from '../../fields/ConfirmDialog.tsx';
import { t } from '../language/texts.ts';
import { changeDraft, type Draft, dropDraft } from './draft.ts';

/** Where the draft lies, and whether it stays: the sender decides, and may delete it at once. */
export const DraftBox = ({ draft, onDeleted }: { draft: Draft; onDeleted: () => void }) => {
  const [asking, ask] = useState(false);
  const [said, say] = useState('');
  return (
    <section class="panel stack" aria-labelledby="draft">
      <h2 class="kern-heading-small" id="draft">
        {t('draft.title')}
      </h2>
      <p class="kern-body">{t('draft.tab')}</p>
      <Checkbox
        name="keep-draft"
        label={t('draft.keep')}
        hint={t('draft.keep.hint')}
        checked={draft.onDevice ?? false}
        onChange={(event) => changeDraft({ onDevice: event.currentTarget.checked })}
      />
      <div>
        <Button variant="secondary" onClick={() => ask(true)}>
          {t('draft.delete')}
        </Button>
      </div>
      <p class="kern-body" role="status">
        {said}
      </p>
      <ConfirmDialog
        open={asking}
        title={t('draft.delete-ask')}
        confirm={t('draft.delete')}
        cancel={t('site.cancel')}
        onCancel={() => ask(false)}
        onConfirm={() => {
          dropDraft();
          changeDraft({ asked: true });
          onDeleted();
          ask(false);
          say(t('draft.deleted'));
        }}
      >
        <p class="kern-body">{t('draft.delete-text')}</p>
      </ConfirmDialog>
    </section>
  );
};
