import * as z from 'zod/mini';
import { isVisible } from './ink.ts';

/** Reasons that nobody can see are none: `required`, as of an empty text, whose own check says it. */
export const visible = z.refine<string>((text) => text === '' || isVisible(text), 'required');
