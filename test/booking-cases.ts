import { newId, type TestServer } from './server.ts';
import { uploadFile } from './upload-file.ts';

const HEADING = 'Buchungsnummer;Anordnungsnummer;Betrag;Buchungsdatum;Art;Sachbuch';

/** Files of the finance system's bookings on a test's server. */
export const bookingCases = (server: TestServer) => {
  /** A file of bookings that was uploaded and read. */
  const imported = async (...lines: string[]) => {
    const id = newId();
    const text = [HEADING, ...lines].join('\n');
    const body = { kind: 'bookings', name: 'Buchungen.csv', size: Buffer.byteLength(text) };
    const offered = await server.api('POST', `/api/imports/${id}`, { as: 'treasurer', body });
    if (offered.status !== 201) throw new Error(`the import was answered with ${offered.text}`);
    await uploadFile(server, offered.body, text, 'Buchungen.csv');
    const read = await server.api('POST', `/api/imports/${id}/reading`, { as: 'treasurer' });
    return { id, read };
  };

  const book = (id: string, { from = 0, as = 'treasurer' } = {}) =>
    server.api('POST', `/api/imports/${id}/booking`, { as, body: { from } });

  /** What became of each booking of a file, by its reference. */
  const resultsOf = async (id: string) =>
    (await book(id)).body.items.map(({ reference, result }: { reference: string; result: string }) => [
      reference,
      result,
    ]);

  return { imported, book, resultsOf };
};
export type BookingCases = ReturnType<typeof bookingCases>;
