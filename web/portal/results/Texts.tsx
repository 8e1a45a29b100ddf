import { useState } from 'preact/hooks';
import type { ResultsAnswer, TextsAnswer } from '../../../domain/api/survey-results.ts';
import { questionText, sayResults } from '../../../domain/survey/evaluation/words.ts';
import { questionnaireOf } from '../../../domain/survey/questionnaires.ts';
import { Button } from '../../fields/Button.tsx';
import { Progress } from '../../fields/Progress.tsx';
import { usePortal } from '../app/context.ts';
import { Failure } from '../parts/Failure.tsx';
import { t } from '../texts.ts';

/** What people wrote, by question; asked for when somebody wants to read it. */
export const Texts = ({ of, round }: { of: ResultsAnswer; round: string }) => {
  const { call } = usePortal();
  const [read, setRead] = useState<TextsAnswer>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const more = () => {
    setBusy(true);
    setError(undefined);
    call('GET /api/surveys/{survey}/texts', {
      params: { survey: round },
      query: { group: of.group, unit: of.area.key, cursor: read?.cursor },
    })
      .then((page) => setRead({ ...page, items: [...(read?.items ?? []), ...page.items] }), setError)
      .finally(() => setBusy(false));
  };
  const questions = questionnaireOf(of.group, of.version).questions.filter(({ kind }) => kind === 'text');
  const texts = (code: string) => read?.items.filter(({ question }) => question === code) ?? [];
  return (
    <section class="panel" aria-labelledby="texts">
      <h2 class="portal-h2" id="texts">
        {sayResults('texts')}
      </h2>
      <p class="kern-body">{sayResults('texts.lead')}</p>
      <Progress text={busy ? t('app.loading') : undefined} />
      <Failure error={error} />
      {read && read.items.length === 0 && !read.cursor && <p class="kern-body">{sayResults('texts.none')}</p>}
      {questions
        .filter(({ code }) => texts(code).length > 0)
        .map((question) => (
          <div key={question.code}>
            <h3 class="portal-h3">{questionText(question)}</h3>
            <ul class="results-texts">
              {texts(question.code).map(({ text }, n) => (
                <li key={n} class="kern-body">
                  {text}
                </li>
              ))}
            </ul>
          </div>
        ))}
      {(!read || read.cursor) && (
        <div>
          <Button variant="secondary" busy={busy} onClick={more}>
            {sayResults(read ? 'texts.more' : 'texts.show')}
          </Button>
        </div>
      )}
    </section>
  );
};
