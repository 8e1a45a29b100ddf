/** A message as @lingui/core takes it: texts, and names of values in brackets. */
type Compiled = (string | [string])[];

/**
 * Stands in the bundle for the compiler of ICU messages, which at a cold start costs more than all messages. What the
 * functions say has names of values in braces and nothing else of that notation: a test compares every message.
 */
export const compileMessage = (message: string): Compiled =>
  message
    .split(/\{(\w+)\}/)
    .map((part, index): Compiled[number] => (index % 2 === 1 ? [part] : part))
    .filter((part) => part !== '');
