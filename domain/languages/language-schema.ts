import * as z from 'zod/mini';
import { languages } from './language.ts';

/** Apart from language.ts, so that a page can speak without bringing the schema library. */
export const language = z.enum(languages);
