import { askers } from '../../../domain/forms/contact-request/answers.ts';
import { RadioGroup } from '../../fields/Choices.tsx';
import { TextField } from '../../fields/TextField.tsx';
import { Finder } from '../finder/Finder.tsx';
import { t } from '../language/texts.ts';
import type { Draft } from './draft.ts';
import { choices, type Parts } from './parts.ts';

export const YouFields = ({ form: { register, clearErrors }, wrong, draft }: Parts & { draft: Draft }) => (
  <section class="stack" aria-labelledby="you">
    <h2 class="kern-heading-medium" id="you">
      {t('form.you')}
    </h2>
    <RadioGroup label={t('iAm')} options={choices('iAm', askers)} error={wrong('iAm')} {...register('iAm')} />
    <Finder
      inForm
      error={draft.kitaUnknown ? wrong('municipality') : wrong('kita')}
      onChosen={() => (clearErrors as (names: string[]) => void)(['kita', 'municipality'])}
    />
    <TextField
      label={t('name')}
      hint={t('name.hint')}
      optional={t('form.optional')}
      error={wrong('name')}
      dir="auto"
      autocomplete="name"
      {...register('name')}
    />
  </section>
);
