import { Alert } from '../../fields/Alert.tsx';
import { Button } from '../../fields/Button.tsx';
import { useCounty } from '../frame/county.ts';
import { Page } from '../frame/Page.tsx';
import { dayInWords } from '../language/dates.ts';
import { type TextKey, t } from '../language/texts.ts';
import { goToScreen } from '../navigation/navigate.ts';
import { HelpHint } from './HelpHint.tsx';
import { KeptBox } from './KeptBox.tsx';
import type { Known } from './known.ts';

const facts = ['time', 'until', 'who', 'anonymous', 'not-asked', 'device'] as const;

/** The calm beginning: for which Kita, who asks, how long, what becomes of it, what is not asked. */
export const Welcome = ({ hand, survey, link }: Known) => {
  const office = useCounty()?.office.name ?? '';
  const begun = Object.keys(hand.answers).length > 0;
  const values = { office, date: dayInWords(survey.until) };
  return (
    <Page key="welcome" title={t('survey.title')}>
      <p class="kern-body kern-body--large">
        {t(survey.group === 'parents' ? 'survey.lead-parents' : 'survey.lead-area', { unit: survey.unit })}
      </p>
      {begun && <Alert kind="info" title={t('survey.restored')} />}
      {hand.dropped && <Alert kind="success" title={t('survey.dropped')} role="status" />}
      <div>
        <Button onClick={() => goToScreen(1)}>{t(begun ? 'survey.go-on' : 'survey.begin')}</Button>
      </div>
      <dl class="facts">
        {facts.map((fact) => (
          <div key={fact}>
            <dt>{t(`survey.${fact}`)}</dt>
            <dd class="kern-body">{t(`survey.${fact}-text` as TextKey, values)}</dd>
          </div>
        ))}
      </dl>
      {begun && <KeptBox hand={hand} link={link} />}
      <HelpHint />
    </Page>
  );
};
