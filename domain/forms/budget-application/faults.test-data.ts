import type * as z from 'zod/mini';

/** The first fault of each field: what stands beside it. */
export const faultsOf = (schema: z.ZodMiniType, body: unknown): string[] => {
  const first = new Map<string, string>();
  for (const { path, message } of schema.safeParse(body).error?.issues ?? [])
    first.set(path.join('.'), first.get(path.join('.')) ?? message);
  return [...first].map(([path, message]) => `${path}: ${message}`);
};
