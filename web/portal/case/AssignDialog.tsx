import { ConfirmDialog } from '../../fields/ConfirmDialog.tsx';
import { Progress } from '../../fields/Progress.tsx';
import { useLoad } from '../api/use-load.ts';
import { usePortal } from '../app/context.ts';
import { Failure } from '../parts/Failure.tsx';
import { t } from '../texts.ts';
import { ChoiceDialog, type DialogProps } from './ChoiceDialog.tsx';

interface Props extends DialogProps {
  id: string;
  onAssign: (person: string) => void;
}

/** To whom the coordinator may give the case: who is responsible for the Kita first, then who has fewest cases. */
export const AssignDialog = ({ id, onAssign, ...dialog }: Props) => {
  const { call } = usePortal();
  const { data, error, loading, reload } = useLoad(`candidates ${id}`, () =>
    call('GET /api/submissions/{id}/candidates', { id }),
  );
  const sorted = [...(data?.items ?? [])].sort(
    (a, b) => Number(b.responsible) - Number(a.responsible) || a.openCases - b.openCases,
  );
  if (sorted.length > 0) {
    return (
      <ChoiceDialog
        {...dialog}
        name="assignTo"
        title={t('assign.title')}
        text={t('assign.text')}
        label={t('assign.who')}
        confirm={t('assign.confirm')}
        options={sorted.map((one) => ({
          value: one.id,
          label: one.name,
          hint: [one.responsible && t('assign.responsible'), t('assign.cases', { count: one.openCases })]
            .filter(Boolean)
            .join(' · '),
        }))}
        onChoose={onAssign}
      />
    );
  }
  return (
    <ConfirmDialog
      open
      title={t('assign.title')}
      confirm={t('app.retry')}
      cancel={t('app.cancel')}
      busy={loading}
      onConfirm={reload}
      onCancel={dialog.onCancel}
    >
      <Progress text={loading ? t('app.loading') : undefined} />
      <Failure error={error} />
      {data && !loading && <p class="kern-body">{t('assign.empty')}</p>}
    </ConfirmDialog>
  );
};
