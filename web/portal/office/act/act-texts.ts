import { word } from '../../texts.ts';
import { knows, say } from '../texts.ts';

/** An action's own words, where it has any. */
const own = (action: string, part: string): string | undefined => {
  const key = `act.${action}.${part}`;
  return knows(key) ? say(key) : undefined;
};

/** What an action does, said before it is done; some need no words. */
export const textOf = (action: string): string | undefined => own(action, 'text');
/** The words of the button that does it. */
export const sendOf = (action: string): string => own(action, 'send') ?? word('action', action);
/** What the field for own words asks, and for whom they are. */
export const commentLabel = (action: string): string => own(action, 'comment') ?? say('act.comment');
export const commentHint = (action: string): string => own(action, 'hint') ?? say('act.comment.hint');
