import { type NoticeTexts, noticeFaults } from '../notice/notice-texts.ts';
import { readJson } from './read-json.ts';
import type { RegisterFault } from './registers.ts';

/** A county that says everything as languages/de/notices.json does needs no such file. */
export const NOTICES = 'notices.json';

/** Reads a county's own texts of notices; every fault names its text. */
export const readNotices = (text: string | undefined): { notices: NoticeTexts; faults: RegisterFault[] } => {
  if (text === undefined) return { notices: {}, faults: [] };
  const file = NOTICES;
  const value = readJson(text)?.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { notices: {}, faults: [{ file, sentence: 'This is not JSON with texts by their names.' }] };
  const faults = noticeFaults(value as Record<string, unknown>).map(
    ({ key, sentence }): RegisterFault => ({ file, column: key, sentence }),
  );
  return { notices: value as NoticeTexts, faults };
};
