import type { ResultsAnswer } from '../../../domain/api/survey-results.ts';
import { percent, questionText, sayResults } from '../../../domain/survey/evaluation/words.ts';
import { questionnaireOf } from '../../../domain/survey/questionnaires.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { resultsHash } from './addresses.ts';
import { Figures } from './Figures.tsx';
import { figureRows, shareText } from './rows.ts';

interface Asked {
  of: ResultsAnswer;
  round: string;
}

type Part = ResultsAnswer['parts'][number];

const nameLink = (of: ResultsAnswer, round: string, question?: string) => {
  const Named = ({ key, kind, name }: Part) => (
    <>
      <a
        class="kern-link kern-link--no-visited-state"
        href={resultsHash(round, { group: of.group, unit: key, question })}
      >
        {name}
      </a>{' '}
      <span class="portal-muted">{sayResults(`kind.${kind}`)}</span>
    </>
  );
  return Named;
};

/** What the area was counted from, with the way to each part. */
export const Parts = ({ of, round }: Asked) =>
  of.parts.length === 0 ? null : (
    <section class="panel" aria-labelledby="parts">
      <h2 class="portal-h2" id="parts">
        {sayResults('parts')}
      </h2>
      <DataTable
        caption={sayResults('parts')}
        rows={of.parts}
        keyOf={({ key }) => key}
        columns={[
          { key: 'name', label: sayResults('parts.area'), names: true, cell: nameLink(of, round) },
          {
            key: 'n',
            label: sayResults('turnout.n'),
            numeric: true,
            cell: ({ n }) => n ?? sayResults('hidden'),
          },
          { key: 'of', label: sayResults('turnout.of'), numeric: true, cell: (part) => part.of ?? '–' },
          {
            key: 'rate',
            label: sayResults('turnout.rate'),
            numeric: true,
            cell: (part) => (part.n !== undefined && part.of ? percent(part.n / part.of) : '–'),
          },
        ]}
      />
    </section>
  );

/** One question: the area's figures, and how each part answered it. */
export const QuestionParts = ({ of, round, code }: Asked & { code: string }) => {
  const question = questionnaireOf(of.group, of.version).questions.find((one) => one.code === code);
  if (!question) return null;
  const title = questionText(question);
  const isShown = ({ variables = [] }: Part) => variables.some(({ cells }) => cells.length > 0);
  const [shown, hidden] = [of.parts.filter(isShown), of.parts.filter((part) => !isShown(part))];
  return (
    <section class="panel" aria-labelledby="question">
      <h2 class="portal-h2" id="question">
        {title}
      </h2>
      <Figures
        caption={title}
        names={sayResults('answer')}
        rows={figureRows(question, of.variables)}
        year={of.year}
        before={of.before?.year}
      />
      <h3 class="portal-h3">{sayResults('parts')}</h3>
      {of.parts.length === 0 && <p class="kern-body">{sayResults('parts.none')}</p>}
      {shown.map((part) => (
        <div key={part.key} class="results-part">
          <h4 class="portal-h4">{nameLink(of, round, code)(part)}</h4>
          <DataTable
            caption={`${part.name}: ${title}`}
            rows={figureRows(question, part.variables ?? [])}
            keyOf={({ key }) => key}
            columns={[
              { key: 'name', label: sayResults('answer'), names: true, cell: ({ name }) => name },
              { key: 'count', label: sayResults('count'), numeric: true, cell: ({ count }) => count ?? '–' },
              { key: 'share', label: sayResults('share'), numeric: true, cell: shareText },
            ]}
          />
        </div>
      ))}
      {hidden.length > 0 && (
        <div class="results-part">
          <h4 class="portal-h4">{sayResults('hidden.title')}</h4>
          <ul class="results-hidden">
            {hidden.map((part) => (
              <li key={part.key}>{nameLink(of, round, code)(part)}</li>
            ))}
          </ul>
        </div>
      )}
      <p class="kern-body">
        <a
          class="kern-link kern-link--no-visited-state"
          href={resultsHash(round, { group: of.group, unit: of.area.key })}
        >
          {sayResults('parts.back')}
        </a>
      </p>
    </section>
  );
};
