import { zipSync, type Zippable } from 'fflate';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** A Word document with this body, as small as one can be. */
export const wordFile = (body: string, more: Zippable = {}) =>
  zipSync({
    '[Content_Types].xml': utf8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': utf8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': utf8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
    'docProps/core.xml': utf8(
      '<cp:coreProperties xmlns:dcterms="x"><dcterms:created>2017-08-09T10:00:00Z</dcterms:created></cp:coreProperties>',
    ),
    ...more,
  });

/** A paragraph of it. */
export const wordParagraph = (text: string, look = '') =>
  `<w:p><w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
