/**
 * Where an error comes from, as lines of its stack. Not its message, which may quote what somebody wrote: that is cut off
 * before anything else, because it may have lines of its own.
 */
export const placesOf = (error: unknown): string[] => {
  const { stack = '', message = '' } = error instanceof Error ? error : {};
  const behind = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : '';
  return behind.split('\n').filter((line) => /^\s+at /.test(line));
};
