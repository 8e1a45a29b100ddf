import { useState } from 'preact/hooks';
import type { KitaItem } from '../../../domain/api/families.ts';
import { Button } from '../../fields/Button.tsx';
import { TextField } from '../../fields/TextField.tsx';
import { t } from '../language/texts.ts';
import { justChosen } from './recently-chosen.ts';
import { type Search, useKitas } from './use-kitas.ts';

interface Props {
  /** In the form the field asks for the Kita; on the start page the heading has asked already. */
  label?: boolean;
  error?: string;
  onChoose: (kita: KitaItem) => void;
  onUnknown: () => void;
}

const summary = (search: Search): string => {
  if (search.state === 'searching') return t('finder.searching');
  if (search.state === 'failed') return t('finder.failed');
  if (search.state === 'idle') return '';
  if (search.items.length === 0) return t('finder.nothing');
  const found = t('finder.found', { count: search.items.length });
  return search.more ? `${found}. ${t('finder.more')}` : found;
};

/** A search field and, under it, the Kitas found as plain buttons: every keyboard and screen reader knows those. */
export const KitaSearch = ({ label, error, onChoose, onUnknown }: Props) => {
  const [typed, type] = useState('');
  const search = useKitas(typed);
  return (
    <div class="stack search">
      <TextField
        name="kita"
        label={label ? `${t('kita')} ${t('finder.search')}` : t('finder.search')}
        hint={label ? `${t('kita.hint')} ${t('finder.hint')}` : t('finder.hint')}
        error={error}
        type="search"
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          // The search runs by itself; Enter must not send the form around it.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <p class="kern-body" role="status">
        {summary(search)}
      </p>
      {search.state === 'found' && search.items.length > 0 && (
        <ul class="results" aria-label={t('finder.results')}>
          {search.items.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                class="result"
                onClick={() => {
                  justChosen();
                  onChoose(one);
                }}
              >
                <bdi class="kern-label">{one.name}</bdi>
                <bdi class="kern-body kern-body--small">
                  {[one.place, one.municipality.name].filter(Boolean).join(', ')}
                </bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button
          variant="tertiary"
          onClick={() => {
            justChosen();
            onUnknown();
          }}
        >
          {t('finder.unknown')}
        </Button>
      </div>
    </div>
  );
};
