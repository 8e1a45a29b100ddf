import { Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { OfficeDocument } from '../../domain/documents/document.ts';
import { cleanDocument } from './clean-document.ts';
import { partsOf } from './docx/parts-of.ts';
import { sheet } from './docx/sheet.ts';
import { numbering, stylesFor } from './docx/styles.ts';
import { letterParts, surroundings } from './docx/surroundings.ts';

const CORE = 'docProps/core.xml';

/** docx writes the moment into the properties and into every entry of the archive: put the document's own date there. */
const dated = (docx: Uint8Array, date: string): Uint8Array => {
  const files = unzipSync(docx);
  const core = strFromU8(files[CORE] ?? new Uint8Array());
  files[CORE] = strToU8(
    core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag) => `${tag}${date}T00:00:00Z`),
  );
  // Archives have local times: the first moment that they can state is the same in every time zone.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 9 });
};

/**
 * A document as Word's DOCX, for who goes on writing in it: headings are Word's own styles, heading rows of tables are
 * marked, language and title are set. The same document gives the same bytes.
 */
export const renderDocx = async (given: OfficeDocument): Promise<Uint8Array> => {
  const document = cleanDocument(given);
  const { title, author, language, blocks, date } = document;
  const docx = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    styles: stylesFor(language),
    numbering,
    sections: [
      {
        properties: { titlePage: true, page: { size: sheet.size, margin: sheet.margin } },
        ...surroundings(document),
        children: [...letterParts(document), ...blocks.flatMap(partsOf)],
      },
    ],
  });
  return dated(await Packer.toBuffer(docx), date);
};
