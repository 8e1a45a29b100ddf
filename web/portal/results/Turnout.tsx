import type { ResultsAnswer } from '../../../domain/api/survey-results.ts';
import { percent, sayResults } from '../../../domain/survey/evaluation/words.ts';
import { Alert } from '../../fields/Alert.tsx';
import { formHash } from '../surveys/addresses.ts';

interface Answered {
  n?: number | undefined;
  of?: number | undefined;
}

export const turnoutText = ({ n, of }: Answered): string => {
  if (n === undefined) return sayResults('hidden');
  return of
    ? sayResults('turnout.text.of', { n, of, rate: percent(n / of) })
    : sayResults('turnout.text', { n });
};

/** How many answered, now and in the round before; and why nothing is shown where nothing is. */
export const Turnout = ({ of }: { of: ResultsAnswer }) => (
  <section class="panel" aria-labelledby="turnout">
    <h2 class="portal-h2" id="turnout">
      {sayResults('turnout')}
    </h2>
    <p class="kern-body results-turnout">{turnoutText(of.area)}</p>
    {of.before && (
      <p class="kern-body">
        {sayResults('turnout.before.year', { year: String(of.before.year), text: turnoutText(of.before) })}
      </p>
    )}
    {of.area.of !== undefined && (of.group === 'parents' || of.group === 'children') && (
      <p class="kern-body kern-body--small portal-muted">{sayResults('turnout.of.places')}</p>
    )}
    {of.form && (
      <p class="kern-body">
        <a
          class="kern-link kern-link--no-visited-state"
          href={formHash(of.group === 'providers' ? 'provider' : 'kita', of.form)}
        >
          {sayResults('turnout.form')}
        </a>
      </p>
    )}
    {of.area.n === undefined && (
      <Alert kind="info" title={sayResults('hidden.title')}>
        <p class="kern-body">{sayResults('hidden.text')}</p>
      </Alert>
    )}
  </section>
);
