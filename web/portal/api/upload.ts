import { UnreachableError } from './failures.ts';

/** What the server answers to an offered file: where it goes, and what must go with it. */
export interface UploadForm {
  url: string;
  fields: Record<string, string>;
}

const filled = ({ fields }: UploadForm, file: File): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  // Whatever comes behind the file is not looked at.
  form.append('file', file);
  return form;
};

/**
 * Sends a file straight to the bucket. `fetch` does not tell how far it is, so this does.
 * @param onProgress from 0 to 1
 * @throws UnreachableError when it did not arrive; the check then says what did
 */
export const upload = (to: UploadForm, file: File, onProgress: (part: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new UnreachableError('the upload did not arrive'));
    request.open('POST', to.url);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress(loaded / total);
    });
    request.addEventListener('load', () => (request.status < 300 ? resolve() : fail()));
    request.addEventListener('error', fail);
    request.addEventListener('abort', fail);
    request.send(filled(to, file));
  });
