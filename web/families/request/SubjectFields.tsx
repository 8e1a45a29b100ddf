import { topics } from '../../../domain/forms/contact-request/answers.ts';
import { CheckboxGroup } from '../../fields/Choices.tsx';
import { TextArea } from '../../fields/TextArea.tsx';
import { charactersLeft } from '../language/characters-left.ts';
import { t } from '../language/texts.ts';
import { choices, type Parts } from './parts.ts';

const MOST = 1_000;

export const SubjectFields = ({ form: { register }, wrong }: Parts) => (
  <section class="stack" aria-labelledby="subject">
    <h2 class="kern-heading-medium" id="subject">
      {t('form.subject')}
    </h2>
    <CheckboxGroup
      label={t('topics')}
      hint={t('topics.hint')}
      optional={t('form.optional')}
      options={choices('topics', topics)}
      error={wrong('topics')}
      {...register('topics')}
    />
    <TextArea
      label={t('message')}
      hint={t('message.hint')}
      optional={t('form.optional')}
      error={wrong('message')}
      dir="auto"
      {...register('message')}
      max={MOST}
      left={charactersLeft}
    />
  </section>
);
