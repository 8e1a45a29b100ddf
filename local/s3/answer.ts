import type { AwsServiceError } from '../aws-server.ts';
import { printFailure } from '../print-failure.ts';

export interface Answer {
  status: number;
  headers: Record<string, string | number | string[] | undefined>;
  body: Buffer;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (value: string): string => value.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);

const xml = (status: number, text: string): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`),
});

/** The answer of GetObjectTagging. */
export const tagsAnswer = (tags: Record<string, string>): Answer => {
  const set = Object.entries(tags).map(
    ([key, value]) => `<Tag><Key>${escaped(key)}</Key><Value>${escaped(value)}</Value></Tag>`,
  );
  return xml(200, `<Tagging><TagSet>${set.join('')}</TagSet></Tagging>`);
};

/** S3's own errors and those of fauxqs, as S3 answers them; anything else is a failure of this service, and printed. */
export const errorAnswer = (error: unknown): Answer => {
  type Known = AwsServiceError & { statusCode: number };
  const { code, message = '', status, statusCode = status } = error as Partial<Known>;
  if (code !== undefined && statusCode !== undefined)
    return xml(
      statusCode,
      `<Error><Code>${escaped(code)}</Code><Message>${escaped(message)}</Message></Error>`,
    );
  printFailure('The embedded S3 failed', error);
  return xml(500, '<Error><Code>InternalError</Code></Error>');
};
