import { FieldsError } from '../errors.ts';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A random id that a browser made (UUIDv4, RFC 9562, lower case): any other kind tells a time. @throws FieldsError at `id`. */
export const requireRandomId = (id: string | undefined): string => {
  if (id && UUID_V4.test(id)) return id;
  throw new FieldsError([{ path: ['id'], message: 'wrong-type' }]);
};
