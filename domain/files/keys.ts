/** What the bucket is divided into: rights and virus check go by these beginnings. */
export const ATTACHMENTS = 'attachments/';
export const DOCUMENTS = 'documents/';
export const IMPORTS = 'imports/';

/** Media types of the documents that are rendered here, by their ending. */
export const documentTypes = {
  pdf: 'application/pdf',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type DocumentKind = keyof typeof documentTypes;

/** Which file of which submission; both are UUIDs. */
export interface FilePlace {
  submission: string;
  file: string;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const PLACE = new RegExp(`^${ATTACHMENTS}(${UUID})/(${UUID})$`);

/** Where an attachment lies. No name is in it: names may say something, and keys stand in logs. */
export const attachmentKey = ({ submission, file }: FilePlace): string =>
  `${ATTACHMENTS}${submission}/${file}`;

/** Where a file lies until it is read as an import: it is never given out, and is gone the next day whatever happens. */
export const importKey = (id: string): string => IMPORTS + id;

/** What lies at a key, or undefined where no attachment can lie. */
export const placeOfKey = (key: string): FilePlace | undefined => {
  const [, submission, file] = PLACE.exec(key) ?? [];
  return submission && file ? { submission, file } : undefined;
};

/** The beginnings of everything that lies beside a submission, whatever its head knows of it. */
export const placesOf = (submission: string): string[] =>
  [ATTACHMENTS, DOCUMENTS].map((part) => `${part}${submission}/`);

/** A rendered document lies beside its submission under its own hash (SHA-256, hex): another document has another place. */
export const documentKey = (submission: string, sha256: string, kind: DocumentKind): string =>
  `${DOCUMENTS}${submission}/${sha256}.${kind}`;
