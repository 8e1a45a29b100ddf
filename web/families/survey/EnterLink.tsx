import { useState } from 'preact/hooks';
import { Alert } from '../../fields/Alert.tsx';
import { Button } from '../../fields/Button.tsx';
import { fieldId } from '../../fields/field.ts';
import { TextField } from '../../fields/TextField.tsx';
import { Page } from '../frame/Page.tsx';
import { t } from '../language/texts.ts';
import { goToFragment } from '../navigation/navigate.ts';
import { HelpHint } from './HelpHint.tsx';
import { linkFrom } from './link.ts';

/** For who types instead of pointing the camera at the poster, and for a link that leads nowhere. */
export const EnterLink = ({ unknown }: { unknown: boolean }) => {
  const [typed, type] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <Page key={unknown ? 'unknown' : 'enter'} title={t(unknown ? 'survey.unknown' : 'survey.code-title')}>
      {unknown ? (
        <Alert kind="warning" title={t('survey.unknown')}>
          <p class="kern-body">{t('survey.unknown-text')}</p>
        </Alert>
      ) : (
        <p class="kern-body">{t('survey.code-lead')}</p>
      )}
      <form
        class="stack form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const link = linkFrom(typed);
          setWrong(!link);
          if (link) goToFragment(link);
          else document.getElementById(fieldId('survey-code'))?.focus();
        }}
      >
        <TextField
          name="survey-code"
          label={t('survey.code')}
          hint={t('survey.code-hint')}
          error={wrong && !linkFrom(typed) ? t('survey.code-wrong') : undefined}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          dir="ltr"
        />
        <div>
          <Button type="submit">{t('survey.open')}</Button>
        </div>
      </form>
      <HelpHint />
    </Page>
  );
};
