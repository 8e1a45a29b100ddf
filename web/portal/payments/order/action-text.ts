import { word } from '../../texts.ts';
import { knows, say } from '../texts.ts';

/** What an action is called on its button and above its form. */
export const actionText = (action: string): string => {
  const key = `act.${action}.open`;
  return knows(key) ? say(key).replace(/ …$/, '') : word('action', action);
};

/** The button that opens the form. */
export const openText = (action: string): string => {
  const key = `act.${action}.open`;
  return knows(key) ? say(key) : word('action', action);
};

/** What is said when it is done: in this form's own words where another form has an action of the same name. */
export const doneText = (action: string): string => {
  const key = `done.${action}`;
  return knows(key) ? say(key) : word('done', action);
};
