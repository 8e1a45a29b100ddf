import { create } from './app.ts';
import { createDeps } from './deps.ts';

export const handler = create(createDeps(process.env));
