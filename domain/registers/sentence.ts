import type * as z from 'zod/mini';

const FORMATS: Record<string, string> = {
  date: 'This is not a date such as 2025-01-31.',
  email: 'This is not a mail address.',
};

const PATTERNS: Record<string, string> = {
  id: 'An id has only small letters a-z, digits and hyphens, and is short.',
  ags: 'A municipality key (AGS) has 8 digits.',
};

/** What to do about a cell that its schema refuses. A cell may hold personal data, so none is repeated. */
export const sentenceOf = (issue: z.core.$ZodIssue, column: string, cell: string | undefined): string => {
  if (cell === undefined) return 'This cell must not be empty.';
  switch (issue.code) {
    case 'invalid_value':
      return `This must be one of: ${issue.values.join(', ')}.`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? PATTERNS[column] ?? PATTERNS.id ?? '';
    case 'too_big':
      return `This is longer than ${issue.maximum} characters.`;
    case 'invalid_type':
      return issue.expected === 'boolean' ? 'This must be yes or no.' : 'This is not a whole number.';
    case 'too_small':
      return 'This must be greater than 0.';
    default:
      return 'This cannot be read.';
  }
};
