import type { Resolver } from 'react-hook-form';
import type { FrameState } from '../../../../domain/budget/frame.ts';
import type { FrameSetting } from '../../../../domain/budget/set-frame.ts';
import { readEuros } from '../../../../domain/money/euros.ts';
import { errorsOf } from '../../drafts/errors-of.ts';

/** What the treasurer types. */
export interface TypedFrame {
  figure: string;
  voluntary: string;
  state: FrameState;
}

const wrong = (typed: string) =>
  typed.trim() === '' ? 'required' : readEuros(typed) === undefined ? 'amount' : undefined;

/** Reads the amounts as people write them; which frame may follow on which, the server says. */
export const frameResolver: Resolver<TypedFrame, unknown, FrameSetting> = async (values) => {
  const found = (['figure', 'voluntary'] as const).flatMap((name) => {
    const message = wrong(values[name]);
    return message ? [{ path: [name], message }] : [];
  });
  if (found.length > 0) return { values: {}, errors: errorsOf(found) } as never;
  const [figure = 0, voluntary = 0] = [values.figure, values.voluntary].map(readEuros);
  return { values: { state: values.state, figure, voluntary }, errors: {} };
};
