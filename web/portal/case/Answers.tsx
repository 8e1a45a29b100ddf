import { Progress } from '../../fields/Progress.tsx';
import { useLoad } from '../api/use-load.ts';
import { usePortal } from '../app/context.ts';
import { Failure } from '../parts/Failure.tsx';
import { t } from '../texts.ts';
import { AnswerList } from './AnswerList.tsx';

/** What the family sent, opened for this view only. */
export const Answers = ({ id }: { id: string }) => {
  const { call } = usePortal();
  const { data, error, loading, reload } = useLoad(`answers ${id}`, () =>
    call('GET /api/submissions/{id}/answers', { id }),
  );
  return (
    <section class="panel" aria-labelledby="answers">
      <h2 class="portal-h2" id="answers">
        {t('answers.title')}
      </h2>
      <Progress text={loading && !data ? t('answers.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data && <AnswerList of={data} />}
    </section>
  );
};
