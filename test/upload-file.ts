import type { TestServer } from './server.ts';

/** What the API answers to who wants to upload. */
export interface UploadForm {
  url: string;
  fields: Record<string, string>;
}

/** Uploads a file as a browser on one of our pages does, and waits until it was looked at. @returns the status */
export const uploadFile = async (
  server: Pick<TestServer, 'url' | 'idle'>,
  { url, fields }: UploadForm,
  content: string | Uint8Array,
  name: string,
): Promise<number> => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  const headers = { origin: server.url, 'sec-fetch-site': 'same-origin' };
  const { status } = await fetch(url, { method: 'POST', body: form, headers });
  await server.idle();
  return status;
};
