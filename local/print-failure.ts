/**
 * Tells on the terminal that something failed, and where. Not with which words: an error's message may quote what
 * somebody wrote.
 */
export const printFailure = (what: string, error: unknown): void => {
  const { name = typeof error, code, stack = '' } = error as Partial<NodeJS.ErrnoException>;
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  console.error([`${what}: ${name}${code ? ` (${code})` : ''}`, ...places].join('\n'));
};
