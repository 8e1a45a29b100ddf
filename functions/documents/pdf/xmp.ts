import type { OfficeDocument } from '../../../domain/documents/document.ts';

const escapeXml = (text: string) => text.replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** The file's metadata (XMP): title, authority, language, date, and that it means to follow PDF/UA-1. */
export const xmpOf = ({
  title,
  author,
  language,
  date,
}: Pick<OfficeDocument, 'title' | 'author' | 'language' | 'date'>): string => `
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <dc:format>application/pdf</dc:format>
  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
  <dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>
  <dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
  <xmp:CreateDate>${date}T00:00:00Z</xmp:CreateDate>
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>`;
