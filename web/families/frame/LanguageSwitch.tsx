import { directionOf, type Language } from '../../../domain/languages/language.ts';
import { spoken } from '../../languages/messages.ts';
import { t } from '../language/texts.ts';
import { searchWith } from '../language/wished-language.ts';

/** Every language in its own words. */
const NAMES: Record<Language, string> = { de: 'Deutsch', en: 'English', ar: 'العربية' };

interface Props {
  languages: readonly Language[];
  onChoose: (language: Language) => void;
}

export const LanguageSwitch = ({ languages, onChoose }: Props) => (
  <nav aria-label={t('site.language')}>
    <ul class="row">
      {languages.map((one) => (
        <li key={one}>
          <a
            class="kern-link kern-link--no-visited-state"
            href={searchWith(one) + location.hash}
            lang={one}
            hreflang={one}
            dir={directionOf(one)}
            aria-current={one === spoken() ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault();
              onChoose(one);
            }}
          >
            {NAMES[one]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
