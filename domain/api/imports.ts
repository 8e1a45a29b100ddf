import * as z from 'zod/mini';
import { importItem, offeredImport } from '../imports/import.ts';
import { uploadAnswer } from './documents.ts';

/** `POST /api/imports/{id}` */
export const offered = offeredImport;

/** The form to upload with; its fields are sent in this order, and the file last, in the field `file`. */
export const offeredAnswer = uploadAnswer;

/** `POST /api/imports/{id}/reading` */
export const importAnswer = importItem;

/** `GET /api/imports?kind=`: what is valid, and who imported it. */
export const importsAnswer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      rows: z.int(),
      readAt: z.string(),
      byName: z.optional(z.string()),
    }),
  ),
});
