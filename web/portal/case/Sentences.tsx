import { type Language, languages } from '../../../domain/languages/language.ts';
import { Button } from '../../fields/Button.tsx';
import { t, word } from '../texts.ts';
import { approvedSentences, type SentenceKey } from './approved-sentences.ts';

const known = (of: string): of is Language => (languages as readonly string[]).includes(of);

/** Ready sentences in the family's language, each with its meaning in German. */
export const Sentences = ({ language, onInsert }: { language: string; onInsert: (text: string) => void }) => {
  const name = word('language', language);
  if (!known(language)) return <p class="kern-body">{t('sentences.none', { language: name })}</p>;
  const keys = Object.keys(approvedSentences.de) as SentenceKey[];
  return (
    <details class="sentences">
      <summary>{t('sentences.title')}</summary>
      <p class="kern-body kern-body--small">
        {t(language === 'de' ? 'sentences.text' : 'sentences.text.foreign', { language: name })}
      </p>
      <ul>
        {keys.map((key) => (
          <li key={key}>
            <div>
              <p id={`sentence-${key}`} lang={language} dir="auto">
                {approvedSentences[language][key]}
              </p>
              {language !== 'de' && <p class="portal-muted">{approvedSentences.de[key]}</p>}
            </div>
            <Button
              variant="tertiary"
              aria-describedby={`sentence-${key}`}
              onClick={() => onInsert(approvedSentences[language][key])}
            >
              {t('sentences.insert')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
};
