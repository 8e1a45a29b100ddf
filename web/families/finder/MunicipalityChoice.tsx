import { useLayoutEffect } from 'preact/hooks';
import { Button } from '../../fields/Button.tsx';
import { fieldId } from '../../fields/field.ts';
import { Select } from '../../fields/Select.tsx';
import { useCounty } from '../frame/county.ts';
import { t } from '../language/texts.ts';
import { recentlyChosen } from './recently-chosen.ts';

interface Props {
  chosen: string | undefined;
  error?: string;
  onChoose: (municipality: { id: string; name: string } | undefined) => void;
  onSearch: () => void;
}

export const MunicipalityChoice = ({ chosen, error, onChoose, onSearch }: Props) => {
  const municipalities = useCounty()?.municipalities ?? [];
  useLayoutEffect(() => {
    if (recentlyChosen()) document.getElementById(fieldId('municipality'))?.focus();
  }, []);
  return (
    <div class="stack">
      <Select
        name="municipality"
        label={t('municipality')}
        hint={t('municipality.hint')}
        error={error}
        empty={t('municipality.empty')}
        options={municipalities.map(({ id, name }) => ({ value: id, label: name, lang: 'de' }))}
        value={chosen ?? ''}
        onInput={(event) => onChoose(municipalities.find(({ id }) => id === event.currentTarget.value))}
      />
      <div>
        <Button variant="tertiary" onClick={onSearch}>
          {t('finder.search-again')}
        </Button>
      </div>
    </div>
  );
};
