import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CountyAnswer } from '../../domain/api/families.ts';
import type { Language } from '../../domain/languages/language.ts';
import { Alert } from '../fields/Alert.tsx';
import { Progress } from '../fields/Progress.tsx';
import { speak, spoken } from '../languages/messages.ts';
import { county as fetchCounty } from './api/families.ts';
import { Danger } from './danger/Danger.tsx';
import { Emergency } from './danger/Emergency.tsx';
import { County } from './frame/county.ts';
import { Frame } from './frame/Frame.tsx';
import { Missing } from './frame/Missing.tsx';
import { TryAgain } from './frame/TryAgain.tsx';
import { t } from './language/texts.ts';
import { announceLanguage, searchWith } from './language/wished-language.ts';
import { useView } from './navigation/navigate.ts';
import { useLazy } from './navigation/use-lazy.ts';
import type { View } from './navigation/views.ts';
import { Receipt } from './receipt/Receipt.tsx';
import { Start } from './start/Start.tsx';

const form = () => import('./request/RequestForm.tsx').then((file) => file.RequestForm);
const mailbox = () => import('./mailbox/Mailbox.tsx').then((file) => file.Mailbox);
const privacy = () => import('./privacy/Privacy.tsx').then((file) => file.Privacy);

const Lazy = ({ load }: { load: () => Promise<ComponentType> }) => {
  // The part is wrapped, because a component is a function and a state setter would call it.
  const { part, failed, again } = useLazy(load);
  if (part) {
    const Part = part;
    return <Part />;
  }
  return failed ? (
    <Alert kind="danger" title={t('broken.title')} role="alert">
      <p class="kern-body">{t('failure.network-read')}</p>
      <TryAgain onClick={again} />
    </Alert>
  ) : (
    <Progress text={t('site.loading')} />
  );
};

const shown: Record<View, () => preact.JSX.Element> = {
  start: () => <Start />,
  danger: () => <Danger />,
  emergency: () => <Emergency />,
  receipt: () => <Receipt />,
  form: () => <Lazy key="form" load={form} />,
  mailbox: () => <Lazy key="mailbox" load={mailbox} />,
  privacy: () => <Lazy key="privacy" load={privacy} />,
};

export const App = ({ first }: { first: Promise<CountyAnswer> }) => {
  const view = useView();
  const [, setLanguage] = useState(spoken());
  const [county, setCounty] = useState<CountyAnswer>();

  // Asked for once; a change of language asks again below.
  useEffect(() => {
    first.then(setCounty, () => undefined);
  }, []);

  const choose = async (next: Language) => {
    await speak(next);
    announceLanguage(next);
    history.replaceState(history.state, '', searchWith(next));
    // The page's words change at once; the county's own follow when they have arrived.
    setLanguage(next);
    await fetchCounty().then(setCounty, () => undefined);
  };

  return (
    <County.Provider value={county}>
      <Frame view={view} onLanguage={(next) => void choose(next).catch(() => undefined)}>
        {view ? shown[view]() : <Missing />}
      </Frame>
    </County.Provider>
  );
};
