import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CountyAnswer } from '../../domain/api/families.ts';
import type { Language } from '../../domain/languages/language.ts';
import { Alert } from '../fields/Alert.tsx';
import { Progress } from '../fields/Progress.tsx';
import { learn, type Part, speak, spoken } from '../languages/messages.ts';
import { county as fetchCounty } from './api/families.ts';
import { Danger } from './danger/Danger.tsx';
import { Emergency } from './danger/Emergency.tsx';
import { namesKept, WAITING } from './device/storage.ts';
import { useChances } from './device/use-chances.ts';
import { County } from './frame/county.ts';
import { Failure } from './frame/Failure.tsx';
import { Frame } from './frame/Frame.tsx';
import { Missing } from './frame/Missing.tsx';
import { TryAgain } from './frame/TryAgain.tsx';
import { t } from './language/texts.ts';
import { announceLanguage, searchWith } from './language/wished-language.ts';
import { useView } from './navigation/navigate.ts';
import { useLazy } from './navigation/use-lazy.ts';
import type { View } from './navigation/views.ts';
import { Start } from './start/Start.tsx';

/** Answers to a survey that wait go from any page, when there is a network again; the survey's own sends its own. */
const sendWaiting = () => {
  if (namesKept(WAITING).length === 0) return;
  import('./survey/deliver.ts').then(({ deliverAll }) => deliverAll()).catch(() => undefined);
};

/** A view's code and its words, fetched together. */
const lazy = async <File,>(file: Promise<File>, ...parts: Part[]): Promise<File> =>
  (await Promise.all([file, learn(...parts)]))[0];

/** With the file of the fields beside it, not after it: what a file imports is else asked for when it has come. */
const withFields = async <File,>(file: Promise<File>): Promise<File> =>
  (await Promise.all([file, import('../fields/Choices.tsx')]))[0];

const form = async () =>
  (await lazy(withFields(import('./request/RequestForm.tsx')), 'contact-request', 'problems')).RequestForm;
const survey = async () =>
  (await lazy(withFields(import('./survey/Survey.tsx')), 'survey', 'survey-page')).Survey;
const receipt = async () => (await lazy(import('./receipt/Receipt.tsx'), 'mailbox')).Receipt;
const mailbox = async () =>
  (await lazy(import('./mailbox/Mailbox.tsx'), 'mailbox', 'contact-request', 'problems')).Mailbox;
const privacy = async () => (await lazy(import('./privacy/Privacy.tsx'), 'privacy')).Privacy;

const Lazy = ({ load }: { load: () => Promise<ComponentType> }) => {
  const { part, failed } = useLazy(load);
  if (part) {
    const View = part;
    return <View />;
  }
  return failed ? (
    <Alert kind="danger" title={t('broken.title')} role="alert">
      <p class="kern-body">{t('failure.network-read')}</p>
      {/* A browser remembers that a file failed; only a reload asks again. The draft outlives it. */}
      <TryAgain onClick={() => location.reload()} />
    </Alert>
  ) : (
    <Progress text={t('site.loading')} />
  );
};

const shown: Record<View, () => preact.JSX.Element> = {
  start: () => <Start />,
  danger: () => <Danger />,
  emergency: () => <Emergency />,
  receipt: () => <Lazy key="receipt" load={receipt} />,
  form: () => <Lazy key="form" load={form} />,
  mailbox: () => <Lazy key="mailbox" load={mailbox} />,
  privacy: () => <Lazy key="privacy" load={privacy} />,
  survey: () => <Lazy key="survey" load={survey} />,
};

export const App = ({ first }: { first: Promise<CountyAnswer> }) => {
  const view = useView();
  const [, setLanguage] = useState(spoken());
  const [county, setCounty] = useState<CountyAnswer>();
  const [failure, setFailure] = useState<unknown>();

  const fetched = (answer: Promise<CountyAnswer>) =>
    answer.then(
      (next) => {
        setCounty(next);
        setFailure(undefined);
      },
      (error: unknown) => setFailure(error),
    );

  // Asked for once; a change of language asks again below.
  useEffect(() => {
    void fetched(first);
  }, []);
  useEffect(() => {
    // While somebody reads the question, the form comes already; a failure shows when it is opened.
    if (view === 'danger') form().catch(() => undefined);
  }, [view]);

  useEffect(() => {
    if (view !== 'survey') sendWaiting();
  }, [view]);
  useChances(view !== 'survey', sendWaiting);

  const choose = async (next: Language) => {
    await speak(next);
    announceLanguage(next);
    history.replaceState(history.state, '', searchWith(next) + location.hash);
    // The page's words change at once; the county's own follow when they have arrived.
    setLanguage(next);
    await fetched(fetchCounty());
  };

  return (
    <County.Provider value={county}>
      <Frame view={view} onLanguage={(next) => void choose(next).catch(setFailure)}>
        {failure !== undefined && (
          <Failure error={failure} reading onAgain={() => void fetched(fetchCounty())} />
        )}
        {view ? shown[view]() : <Missing />}
      </Frame>
    </County.Provider>
  );
};
