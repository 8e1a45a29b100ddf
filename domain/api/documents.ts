import * as z from 'zod/mini';
import { attachment } from '../files/attachment.ts';

/** A link under which a browser saves a file, for a minute. */
export const linkAnswer = z.object({ url: z.string() });

/**
 * `POST /api/submissions/{id}/notice`: a link to the document, its size in bytes and its SHA-256, which an approval names.
 * `draft` unless it was rendered for somebody who may approve it today, or is approved already.
 */
export const noticeAnswer = z.object({
  sha256: z.string(),
  url: z.string(),
  size: z.int(),
  draft: z.boolean(),
});

/**
 * `POST /api/budget-applications/{id}/attachments`: the form to upload with, for a quarter of an hour. The page sends
 * `fields` in this order as multipart/form-data to `url`, and the file last, in the field `file`.
 */
export const uploadAnswer = z.object({
  id: z.string(),
  /** The name as it was made safe. */
  name: z.string(),
  url: z.string(),
  fields: z.record(z.string(), z.string()),
});

/** `POST /api/budget-applications/{id}/attachments/{file}/check`: what became of it. */
export const checkedAnswer = attachment;
