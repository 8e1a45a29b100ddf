import type { UseFormReturn } from 'react-hook-form';
import type { Decision } from '../../../../domain/api/portal.ts';
import { bindingResolution } from '../../../../domain/forms/budget-application/resolved.ts';
import type { Cents } from '../../../../domain/money/cents.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { FieldError } from '../../../fields/FieldParts.tsx';
import { fieldId } from '../../../fields/field.ts';
import { TextField } from '../../../fields/TextField.tsx';
import { formText } from '../../application/texts.ts';
import { draftField, fieldSentence } from '../../drafts/use-draft-form.ts';
import { say } from '../texts.ts';
import { ActForm } from './ActForm.tsx';
import { sendOf, textOf } from './act-texts.ts';
import { readComment } from './CommentAct.tsx';
import { CommentField } from './CommentField.tsx';
import { CommitteeSays, firstConditions } from './CommitteeSays.tsx';
import { type Conditioned, ConditionList, conditionAt, readConditions } from './ConditionList.tsx';
import { GrantedSum } from './GrantedSum.tsx';
import {
  type AskedParts,
  askedParts,
  readParts,
  sumOfParts,
  type TypedParts,
  typedParts,
} from './granted.ts';
import { type ActProps, useAct } from './use-act.ts';

interface Values extends Conditioned {
  granted: TypedParts;
  /** No field: what the parts come to, where that is wrong. */
  sum: string;
}
type Form = UseFormReturn<Values, unknown, Decision>;

const Parts = ({ form, asked }: { form: Form; asked: AskedParts }) => (
  <fieldset class="act-parts">
    <legend class="portal-h4">{say('partial.parts')}</legend>
    {asked.positions.map(({ id, name, cost }, n) => (
      <TextField
        key={id}
        label={name}
        hint={say('partial.asked', { sum: formatEuros(cost) })}
        inputMode="decimal"
        autocomplete="off"
        {...draftField(form, `granted.positions.${n}.amount`)}
      />
    ))}
    <TextField
      label={formText('training')}
      hint={say('partial.asked', { sum: formatEuros(asked.training) })}
      inputMode="decimal"
      autocomplete="off"
      {...draftField(form, 'granted.training')}
    />
    <TextField
      label={formText('thirdParty')}
      hint={say('partial.stated', { sum: formatEuros(asked.thirdParty) })}
      inputMode="decimal"
      autocomplete="off"
      {...draftField(form, 'granted.thirdParty')}
    />
  </fieldset>
);

/** Nothing is granted beyond what the committee resolved. */
const beyondIssues = (granted: TypedParts, limit: Cents) =>
  sumOfParts(granted) > limit ? [{ path: ['sum'], message: 'more-than-resolved' }] : [];

/** The draft of a partial grant: an amount for each part, total and shares reckoned while they are typed. */
export const PartialAct = (props: ActProps) => {
  const { file, action } = props;
  const asked = askedParts(file.answers ?? {});
  const limit = bindingResolution(file.resolution)?.amount ?? Number.MAX_SAFE_INTEGER;
  const act = useAct<Values>(props, {
    empty: { granted: typedParts(asked), sum: '', comment: '', conditions: firstConditions(file), for: '' },
    read: (values) => {
      const { granted, issues } = readParts(values.granted, asked);
      const comment = readComment(values.comment, true);
      return {
        more: { ...comment.more, granted, conditions: readConditions(values.conditions) },
        issues: [...issues, ...beyondIssues(values.granted, limit), ...comment.issues],
      };
    },
    order: (values) => [
      ...values.granted.positions.map(
        (_, n) => [`granted.positions.${n}.amount`, asked.positions[n]?.name ?? ''] as const,
      ),
      ['granted.training', formText('training')] as const,
      ['granted.thirdParty', formText('thirdParty')] as const,
      'sum',
      'comment',
      ...values.conditions.map((_, n) => conditionAt(n)),
    ],
  });
  const { form } = act;
  const sum = fieldId('sum');
  const granted = sumOfParts(form.watch('granted'));
  return (
    <ActForm {...props} act={act} text={textOf(action)} send={sendOf(action)}>
      <Parts form={form} asked={asked} />
      <div id={sum} tabIndex={-1} class="act-sum-box">
        <GrantedSum sum={granted} file={file} />
        <p class="kern-body kern-body--small portal-muted">
          {say('partial.of', { sum: formatEuros(asked.total) })}
        </p>
        <FieldError id={sum} error={fieldSentence(form, 'sum')} />
        <CommitteeSays sum={granted} file={file} />
      </div>
      <CommentField action={action} form={form} must rows={6} />
      <ConditionList form={form} />
    </ActForm>
  );
};
