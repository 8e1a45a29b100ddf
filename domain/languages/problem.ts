/** A wrong field as a schema reports it: `message` is a code such as `required` or `too-long`. */
export interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

/** Array positions do not change the sentence: `topics.0` speaks as `topics`. */
const fieldOf = (path: readonly PropertyKey[]) => path.filter((part) => typeof part !== 'number').join('.');

/**
 * The keys under which languages/<language>/problems.json may hold the sentence for an issue, best first: the field's own
 * words (`kita.required`), then those of the code (`required`), then a last resort.
 */
export const problemKeys = (issue: Issue): string[] => [
  `${fieldOf(issue.path)}.${issue.message}`,
  issue.message,
  'wrong-type',
];
