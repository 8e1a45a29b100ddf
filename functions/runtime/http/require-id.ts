import { FieldsError } from '../errors.ts';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** An id that a browser made (UUIDv7, RFC 9562, lower case). @throws FieldsError at `id`. */
export const requireId = (id: string | undefined): string => {
  if (id && UUID_V7.test(id)) return id;
  throw new FieldsError([{ path: ['id'], message: 'wrong-type' }]);
};
