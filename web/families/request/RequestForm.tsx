import { useEffect, useState } from 'preact/hooks';
import { useForm } from 'react-hook-form';
import { contactRequestAnswers } from '../../../domain/forms/contact-request/answers.ts';
import { Alert } from '../../fields/Alert.tsx';
import { Button } from '../../fields/Button.tsx';
import { ErrorSummary } from '../../fields/ErrorSummary.tsx';
import { fieldId } from '../../fields/field.ts';
import { Progress } from '../../fields/Progress.tsx';
import { spoken } from '../../languages/messages.ts';
import { TalkNow } from '../danger/TalkNow.tsx';
import { uuidV7 } from '../device/uuid.ts';
import { ReadingTime } from '../finder/ReadingTime.tsx';
import { Failure } from '../frame/Failure.tsx';
import { Page } from '../frame/Page.tsx';
import { sentence, t } from '../language/texts.ts';
import { go } from '../navigation/navigate.ts';
import { keepReceipt } from '../receipt/receipt.ts';
import { check, fieldOrder } from './check.ts';
import { DraftBox } from './DraftBox.tsx';
import { changeDraft, currentDraft, dropDraft, isBegun, useDraft } from './draft.ts';
import { PrivacyNotice } from './PrivacyNotice.tsx';
import { ReplyFields } from './ReplyFields.tsx';
import { SubjectFields } from './SubjectFields.tsx';
import { send } from './send.ts';
import { isWrongPerson, serverErrors } from './server-errors.ts';
import { emptyValues, toAnswers, type Values } from './values.ts';
import { YouFields } from './YouFields.tsx';

const startValues = (): Values => ({ ...emptyValues(spoken()), ...currentDraft().values });

/** The contact request. Everything typed is kept in the tab at once; it is sent only when it fits the schema. */
export const RequestForm = () => {
  const draft = useDraft();
  const [restored] = useState(() => isBegun(currentDraft()));
  const [failure, setFailure] = useState<unknown>();
  const form = useForm<Values>({ resolver: check, defaultValues: startValues(), shouldFocusError: false });
  const { errors, isSubmitting, submitCount } = form.formState;

  useEffect(() => {
    // Opened by its address: the question about danger comes first.
    if (!currentDraft().asked) go('danger', { replace: true });
  }, []);
  useEffect(() => {
    const watching = form.watch(() => changeDraft({ values: form.getValues() }));
    return () => watching.unsubscribe();
  }, [form]);

  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    try {
      keepReceipt(await send(contactRequestAnswers.parse(toAnswers(values, currentDraft()))));
      dropDraft();
      go('receipt', { replace: true });
    } catch (error) {
      const fields = serverErrors(error, currentDraft());
      // Who chooses the place again sees who is responsible now, and says again whether it must not go there.
      if (isWrongPerson(error))
        changeDraft({
          kita: undefined,
          municipality: undefined,
          notToResponsible: undefined,
          notToPerson: undefined,
        });
      if (fields.length === 0) setFailure(error);
      for (const { field, message } of fields)
        form.setError(field as keyof Values, { type: 'server', message });
    }
  });

  const wrong = (field: string) =>
    sentence(field, (errors as Record<string, { message?: string } | undefined>)[field]?.message);
  const listed = fieldOrder.flatMap((field) => {
    const message = wrong(field);
    return message ? [{ id: fieldId(field), message }] : [];
  });
  const parts = { form, wrong };

  return (
    <Page title={t('form.title')}>
      {restored && <Alert kind="info" title={t('draft.restored')} />}
      <p class="kern-body">{t('form.lead')}</p>
      <ErrorSummary
        title={t('errors.title', { count: listed.length })}
        errors={listed}
        attempt={submitCount}
      />
      <form class="stack form" noValidate onSubmit={(event) => void submit(event)}>
        <YouFields {...parts} draft={draft} />
        <ReplyFields {...parts} />
        <SubjectFields {...parts} />
        <PrivacyNotice />
        <ReadingTime />
        <TalkNow />
        {failure !== undefined && (
          <Failure
            error={failure}
            onAgain={() => void submit()}
            onAnew={() => {
              changeDraft({ id: uuidV7(), tried: undefined });
              void submit();
            }}
          />
        )}
        <div>
          <Button type="submit" busy={isSubmitting}>
            {t('form.send')}
          </Button>
        </div>
        <Progress text={isSubmitting ? t('form.sending') : undefined} />
      </form>
      <DraftBox draft={draft} onDeleted={() => form.reset(emptyValues(spoken()))} />
    </Page>
  );
};
