import { DEMONSTRATION } from './demonstration-indicators.ts';
import { newId, type TestServer } from './server.ts';
import { uploadFile } from './upload-file.ts';

/** Imports indicators as the coordinator. @returns the import's id */
export const importIndicators = async (
  server: TestServer,
  content: string | Uint8Array = DEMONSTRATION,
  id = newId(),
): Promise<string> => {
  const body = { kind: 'indicators', name: 'Indikatoren.csv', size: content.length };
  const offered = await server.api('POST', `/api/imports/${id}`, { as: 'coordinator', body });
  await uploadFile(server, offered.body, content, 'Indikatoren.csv');
  const read = await server.api('POST', `/api/imports/${id}/reading`, { as: 'coordinator' });
  if (read.body.state !== 'valid') throw new Error(`the import was answered with ${read.text}`);
  return id;
};
