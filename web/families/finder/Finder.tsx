import { go } from '../navigation/navigate.ts';
import { changeDraft, useDraft } from '../request/draft.ts';
import { Chosen } from './Chosen.tsx';
import { KitaSearch } from './KitaSearch.tsx';
import { MunicipalityChoice } from './MunicipalityChoice.tsx';
import { ResponsibleBox } from './ResponsibleBox.tsx';

interface Props {
  /** Part of the form: chooses only, and says what is wrong. */
  inForm?: boolean;
  error?: string;
  onChosen?: () => void;
}

/** Kita or, for who does not know it, place of residence; then who is responsible. The choice is kept with the draft. */
export const Finder = ({ inForm, error, onChosen }: Props) => {
  const draft = useDraft();
  const { kita, municipality, kitaUnknown } = draft;
  const place = kitaUnknown ? municipality : kita;
  const change = (to: Parameters<typeof changeDraft>[0]) => {
    changeDraft({ notToResponsible: undefined, notToPerson: undefined, ...to });
    onChosen?.();
  };
  const choice = kitaUnknown ? (
    <MunicipalityChoice
      chosen={municipality?.id}
      error={error}
      onChoose={(one) => change({ municipality: one })}
      onSearch={() => change({ kitaUnknown: false, municipality: undefined })}
    />
  ) : kita ? (
    <Chosen name={kita.name} onChange={() => change({ kita: undefined })} />
  ) : (
    <KitaSearch
      label={inForm}
      error={error}
      onChoose={(one) => change({ kita: { id: one.id, name: one.name } })}
      onUnknown={() => change({ kitaUnknown: true, kita: undefined })}
    />
  );
  return (
    <div class="stack">
      {choice}
      {place && (
        <ResponsibleBox
          key={place.id}
          place={kitaUnknown ? { municipality: place.id } : { kita: place.id }}
          brief={inForm}
          notToResponsible={draft.notToResponsible ?? false}
          onOther={(person) =>
            changeDraft({ notToResponsible: person !== undefined || undefined, notToPerson: person })
          }
          onWrite={() => go(draft.asked ? 'form' : 'danger')}
        />
      )}
    </div>
  );
};
