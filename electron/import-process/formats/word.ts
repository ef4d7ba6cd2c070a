import { zipSync, type Zippable } from 'fflate';
import mammoth from 'mammoth';
import { inlineText } from '#shared/domain/document.ts';
import { dayInName, dayOfMoment } from '../day-in.ts';
import type { ImportItem } from '#shared/domain/import.ts';
import { createLosses, entryOf, letterText, type Losses, type Source } from '../item.ts';
import { Unreadable } from '../problem.ts';
import type { ZipMember } from '../zip/read-zip.ts';
import { headed } from './html.ts';
import { titleFromName } from './plain.ts';
import { readHtml } from './read-html.ts';

const DOCUMENT = 'word/document.xml';

/** Whether the members of a zip file are a Word document. */
export const isWord = (members: readonly ZipMember[]): boolean =>
  members.some(({ name }) => name === DOCUMENT);

/** The parts that hold words; pictures and all else stay packed. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[a-z]+[0-9]*\.xml(?:\.rels)?)$/i;
const MARKUP_BYTES = 64 * 1024 * 1024;

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  // As LibreOffice calls it.
  "p[style-name='Quotations'] => blockquote:fresh",
  'u => u',
  'strike => s',
];

/** A Word document: one letter. */
export async function* readWord(
  { name, day }: Pick<Source, 'name' | 'day'>,
  members: readonly ZipMember[],
): AsyncGenerator<ImportItem, void, void> {
  const losses = createLosses();
  const html = await htmlOf(members);
  countBesideText(members, losses);
  const page = readHtml(html, losses);
  if (page.blocks.length === 0) throw new Unreadable('empty');
  letterText(page.blocks.map(inlineText).join('\n'));
  const { title, blocks } = headed(page.blocks);
  yield entryOf({
    title: title || titleFromName(name),
    writtenOn: dayInName(name) ?? createdOn(members) ?? day,
    blocks,
  });
  yield* losses.items();
}

/** What reads it sees only members that were measured, and packed no more. */
async function htmlOf(members: readonly ZipMember[]): Promise<string> {
  const plain: Zippable = {};
  let total = 0;
  for (const member of members.filter(({ name }) => NEEDED.test(name))) {
    total += member.size;
    if (total > MARKUP_BYTES) throw new Unreadable('zipTooLarge');
    plain[member.name] = [member.bytes(), { level: 0 }];
  }
  const buffer = Buffer.from(zipSync(plain));
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  const read = await mammoth.convertToHtml({ buffer }, { styleMap: STYLES, convertImage });
  return read.value;
}

const BESIDE_TEXT = /^word\/(?<part>comments|header\d*|footer\d*)\.xml$/i;

/** Comments, and what stands at the top and at the foot of pages. All were measured before. */
function countBesideText(members: readonly ZipMember[], losses: Losses): void {
  for (const member of members) {
    const part = BESIDE_TEXT.exec(member.name)?.groups?.['part']?.toLowerCase();
    if (part === undefined) continue;
    const xml = Buffer.from(member.bytes()).toString('utf8');
    if (part === 'comments') losses.add('comment', xml.match(/<w:comment[\s>]/g)?.length ?? 0);
    else if (/<w:t(?:\s[^>]{0,100})?>[^<]*\p{L}/u.test(xml)) losses.add('margin');
  }
}

/** The day on which Word says that it was begun. */
function createdOn(members: readonly ZipMember[]) {
  const core = members.find(({ name, size }) => name === 'docProps/core.xml' && size < 65_536);
  if (core === undefined) return undefined;
  const xml = Buffer.from(core.bytes()).toString('utf8');
  return dayOfMoment(/<dcterms:created[^>]*>([^<]{1,40})</.exec(xml)?.[1]);
}
