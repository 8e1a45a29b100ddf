import { dayTimes, replyChannels, weekdays } from '../../../domain/forms/contact-request/answers.ts';
import { wishedLanguages } from '../../../domain/languages/language.ts';
import { Checkbox } from '../../fields/Checkbox.tsx';
import { CheckboxGroup, RadioGroup } from '../../fields/Choices.tsx';
import { Select } from '../../fields/Select.tsx';
import { TextField } from '../../fields/TextField.tsx';
import { t } from '../language/texts.ts';
import { choices, type Parts } from './parts.ts';

export const ReplyFields = ({ form: { register, watch }, wrong }: Parts) => {
  const replyBy = watch('replyBy');
  return (
    <section class="stack" aria-labelledby="reply">
      <h2 class="kern-heading-medium" id="reply">
        {t('form.reply')}
      </h2>
      <RadioGroup
        label={t('replyBy')}
        options={choices('replyBy', replyChannels, ['e-mail', 'receipt'])}
        error={wrong('replyBy')}
        {...register('replyBy')}
      />
      {replyBy === 'telephone' && (
        <div class="follows stack">
          <TextField
            label={t('phone')}
            hint={t('phone.hint')}
            error={wrong('phone')}
            type="tel"
            dir="ltr"
            autocomplete="tel"
            {...register('phone')}
          />
          <RadioGroup
            label={t('mayLeaveMessage')}
            hint={t('mayLeaveMessage.hint')}
            options={choices('mayLeaveMessage', ['no', 'yes'])}
            error={wrong('mayLeaveMessage')}
            {...register('mayLeaveMessage')}
          />
        </div>
      )}
      {replyBy === 'e-mail' && (
        <div class="follows stack">
          <TextField
            label={t('email')}
            hint={t('email.hint')}
            error={wrong('email')}
            type="email"
            dir="ltr"
            autocomplete="email"
            spellcheck={false}
            {...register('email')}
          />
        </div>
      )}
      {(replyBy === 'telephone' || replyBy === 'at-kita') && (
        <>
          <CheckboxGroup
            label={t('reachableOn')}
            optional={t('form.optional')}
            options={choices('reachableOn', weekdays)}
            error={wrong('reachableOn')}
            horizontal
            {...register('reachableOn')}
          />
          <CheckboxGroup
            label={t('reachableAt')}
            optional={t('form.optional')}
            options={choices('reachableAt', dayTimes)}
            error={wrong('reachableAt')}
            horizontal
            {...register('reachableAt')}
          />
        </>
      )}
      <Select
        label={t('language')}
        options={choices('language', wishedLanguages)}
        error={wrong('language')}
        {...register('language')}
      />
      <Checkbox
        label={t('interpreter')}
        hint={t('interpreter.hint')}
        error={wrong('interpreter')}
        {...register('interpreter')}
      />
    </section>
  );
};
