import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareObj } from '@middy/core';
import { NotFoundError } from '../errors.ts';
import type { ApiEvent } from './request.ts';

/** Refuses what did not come through the distribution, so that its firewall cannot be walked around. */
export const requireOrigin = (secret: string | undefined): MiddlewareObj<ApiEvent> => ({
  before: ({ event }) => {
    if (!secret) return;
    const sent = Buffer.from(event.headers?.['x-origin-secret'] ?? '');
    const expected = Buffer.from(secret);
    if (sent.length !== expected.length || !timingSafeEqual(sent, expected))
      throw new NotFoundError('no origin');
  },
});
