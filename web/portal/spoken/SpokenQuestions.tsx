import type { UseFormReturn } from 'react-hook-form';
import {
  askers,
  type ContactRequestAnswers,
  dayTimes,
  replyChannels,
  topics,
  weekdays,
} from '../../../domain/forms/contact-request/answers.ts';
import { wishedLanguages } from '../../../domain/languages/language.ts';
import { Checkbox } from '../../fields/Checkbox.tsx';
import { CheckboxGroup, RadioGroup } from '../../fields/Choices.tsx';
import { Select } from '../../fields/Select.tsx';
import { TextArea } from '../../fields/TextArea.tsx';
import { TextField } from '../../fields/TextField.tsx';
import { usePortal } from '../app/context.ts';
import { draftField } from '../drafts/use-draft-form.ts';
import { kitaChoice, useKitas } from '../lists/use-kitas.ts';
import { Failure } from '../parts/Failure.tsx';
import { leftText } from '../parts/left-text.ts';
import { t, word } from '../texts.ts';
import { type SpokenFields, UNKNOWN_KITA } from './spoken-form.ts';

type Form = UseFormReturn<SpokenFields, unknown, ContactRequestAnswers>;

const MAX_MESSAGE = 1_000;
const choices = (group: string, codes: readonly string[]) =>
  codes.map((value) => ({ value, label: word(group, value) }));
const yesNo = () => [
  { value: 'yes', label: t('spoken.yes') },
  { value: 'no', label: t('spoken.no') },
];

const Where = ({ form }: { form: Form }) => {
  const { county } = usePortal();
  const kitas = useKitas();
  return (
    <>
      <Failure error={kitas.error} onRetry={kitas.reload} />
      <Select
        key={`kita ${kitas.data?.length ?? 0}`}
        label={t('spoken.where')}
        empty={t('spoken.kita.choose')}
        options={[
          { value: UNKNOWN_KITA, label: t('spoken.kita.unknown') },
          ...(kitas.data ?? []).map(kitaChoice),
        ]}
        {...draftField(form, 'kita')}
      />
      {form.watch('kita') === UNKNOWN_KITA && (
        <Select
          label={t('spoken.municipality')}
          empty={t('spoken.municipality.choose')}
          options={county.municipalities.map(({ id, name }) => ({ value: id, label: name }))}
          {...draftField(form, 'municipality')}
        />
      )}
    </>
  );
};

const ReplyBy = ({ form }: { form: Form }) => {
  const replyBy = form.watch('replyBy');
  return (
    <>
      <RadioGroup
        label={t('spoken.replyBy')}
        options={choices('replyBy', replyChannels)}
        {...draftField(form, 'replyBy')}
      />
      {replyBy === 'telephone' && (
        <>
          <TextField
            type="tel"
            label={t('spoken.phone')}
            autocomplete="off"
            inputMode="tel"
            {...draftField(form, 'phone')}
          />
          <RadioGroup
            horizontal
            label={t('spoken.mayLeaveMessage')}
            options={yesNo()}
            {...draftField(form, 'mayLeaveMessage')}
          />
        </>
      )}
      {replyBy === 'e-mail' && (
        <TextField
          type="email"
          label={t('spoken.email')}
          autocomplete="off"
          inputMode="email"
          {...draftField(form, 'email')}
        />
      )}
    </>
  );
};

/** The questions of a spoken request, in the order of a conversation. */
export const SpokenQuestions = ({ form }: { form: Form }) => (
  <>
    <RadioGroup label={t('spoken.iAm')} options={choices('iAm', askers)} {...draftField(form, 'iAm')} />
    <Where form={form} />
    <CheckboxGroup
      horizontal
      label={t('spoken.topics')}
      optional={t('app.optional')}
      options={choices('topic', topics)}
      {...draftField(form, 'topics')}
    />
    <TextArea
      label={t('spoken.message')}
      optional={t('app.optional')}
      hint={t('spoken.message.hint')}
      max={MAX_MESSAGE}
      left={leftText}
      dir="auto"
      {...draftField(form, 'message')}
    />
    <ReplyBy form={form} />
    <CheckboxGroup
      horizontal
      label={t('spoken.reachableOn')}
      optional={t('app.optional')}
      options={choices('weekday', weekdays)}
      {...draftField(form, 'reachableOn')}
    />
    <CheckboxGroup
      horizontal
      label={t('spoken.reachableAt')}
      optional={t('app.optional')}
      options={choices('dayTime', dayTimes)}
      {...draftField(form, 'reachableAt')}
    />
    <Select
      label={t('spoken.language')}
      options={choices('language', wishedLanguages)}
      {...draftField(form, 'language')}
    />
    <Checkbox label={t('spoken.interpreter')} {...draftField(form, 'interpreter')} />
  </>
);
