import { ActForm } from './ActForm.tsx';
import { sendOf, textOf } from './act-texts.ts';
import { type ActBase, type InName, useAct } from './use-act.ts';

/** An action that needs nothing but to be confirmed. */
export const PlainAct = (props: ActBase) => {
  const act = useAct<InName>(props, { empty: { for: '' }, read: () => ({ more: {} }), order: () => [] });
  const { action } = props;
  return <ActForm {...props} act={act} text={textOf(action)} send={sendOf(action)} typed={false} />;
};
