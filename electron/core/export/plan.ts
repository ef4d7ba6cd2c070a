import {
  OneByOne,
  type ExportedEntry,
  type ExportFormat,
  type ExportPreview,
  type ExportRequest,
  type KeptBackEntry,
  type Removal,
} from '#shared/domain/export.ts';
import type { EntrySummary } from '#shared/domain/entry.ts';
import type { Side } from '#shared/domain/template.ts';
import type { AppError } from '#shared/errors.ts';
import type { Letter } from '#shared/output/letter.ts';
import { neutralName, safeName, uniqueNames } from '#shared/output/file-names.ts';
import { toText } from '#shared/output/to-text.ts';
import { projectDocument } from '#shared/domain/projection.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { readToExport } from '../entries/repository.ts';
import type { Session } from '../session.ts';
import { gateNeeded } from './gate.ts';
import { makeLetter, picturesOf, saysSomething } from './make-letter.ts';
import { createPace } from './pace.ts';
import { select, sidesOfEntry } from './select.ts';

export const EXTENSIONS: Readonly<Record<ExportFormat, string>> = {
  pdf: 'pdf',
  docx: 'docx',
  markdown: 'md',
  html: 'html',
  text: 'txt',
  json: 'json',
};

/**
 * Exactly what an export would write, made by the same functions that write it. Errors:
 * `entry.notFound`, and `vault.locked` when the vault is locked meanwhile.
 */
export async function planExport(
  session: Session,
  request: ExportRequest,
): Promise<Result<ExportPreview, AppError>> {
  const { db, ports } = session;
  const selected = select(db, request);
  if (!selected.ok) return selected;
  const keptBack: KeptBackEntry[] = selected.value.keptBack.map(({ entry, why }) => ({
    ...named(entry),
    why,
    canBeChosen: OneByOne.safeParse(why).success,
  }));
  const going: Omit<ExportedEntry, 'fileName'>[] = [];
  const sides: (readonly Side[])[] = [];
  const pace = createPace();
  const shownOfEach = selected.value.going.length === 1 ? SHOWN_OF_ONE : SHOWN_OF_MANY;
  for (const { entry: summary, oneByOne } of selected.value.going) {
    await pace();
    if (!db.open) return err({ code: 'vault.locked' });
    const entry = readToExport(db, summary.id, oneByOne !== null);
    if (!entry.ok) return entry;
    if (entry.value === 'unreadable') {
      keptBack.push({ ...named(summary), why: 'unreadable', canBeChosen: false });
      continue;
    }
    const { letter, document, removals } = makeLetter(db, entry.value, request, ports.locale);
    const isWhole = isBackup(request);
    if (!isWhole && !saysSomething(letter)) {
      const why = removals.length === 0 ? 'nothing-written' : 'nothing-left';
      keptBack.push({ ...named(summary), why, canBeChosen: false });
      continue;
    }
    sides.push(sidesOfEntry(db, summary));
    going.push({
      ...named(summary),
      oneByOne,
      wordCount: projectDocument(isWhole ? entry.value.document : document).wordCount,
      text: summary.sealedUntil === null ? beginning(textOf(letter), shownOfEach) : '',
      pictures: picturesOf(letter).length,
      removals: isWhole ? [] : removals.map(removal => shown(removal, summary)),
    });
  }
  const entries = withNames(going, request, neutralName('letters', ports.clock.today()));
  const files = countFiles(entries, request);
  return ok({
    entries,
    keptBack,
    target: files > 1 ? request.bundle : 'file',
    counts: {
      entries: entries.length,
      files,
      words: total(entries, ({ wordCount }) => wordCount),
      pictures: total(entries, ({ pictures }) => pictures),
      removals: total(entries, ({ removals }) => removals.length),
    },
    gate: gateNeeded(request.copy.audience, sides),
  });
}

/** The writer's own JSON is a whole copy of what the vault has of an entry, for Amends to read. */
export const isBackup = ({ format, copy }: Pick<ExportRequest, 'format' | 'copy'>): boolean =>
  format === 'json' && copy.audience === 'for-me';

/** A summary of a sealed letter has no title: so none is shown, and its file has a name that says nothing. */
const named = ({ id, title, writtenOn, kind, sealedUntil }: EntrySummary) => ({
  id,
  title,
  writtenOn,
  kind,
  sealedUntil,
});

/** What stays here of a sealed letter is counted, with the reason; its words are not shown either. */
const shown = (removal: Removal, { sealedUntil }: EntrySummary): Removal =>
  sealedUntil === null ? removal : { ...removal, section: '', text: '' };

/** How many characters are shown of what goes: who exports one letter looks through it. */
const SHOWN_OF_ONE = 20_000;
const SHOWN_OF_MANY = 240;

const textOf = (letter: Letter): string => toText({ ...letter, title: null, date: null }).trim();

const beginning = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).toWellFormed()}…`;

const total = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

function withNames(
  entries: readonly Omit<ExportedEntry, 'fileName'>[],
  { format, names }: ExportRequest,
  together: string,
): ExportedEntry[] {
  const extension = EXTENSIONS[format];
  const bases = entries.map(({ title, writtenOn }) => {
    const chosen = names === 'title' ? safeName(title) : '';
    return chosen === '' ? neutralName('letter', writtenOn) : chosen;
  });
  const isOneFile = format === 'json' && entries.length > 1;
  const unique = isOneFile ? bases.map(() => together) : uniqueNames(bases);
  return entries.map((entry, index) => ({ ...entry, fileName: `${unique[index]}.${extension}` }));
}

/** Only Markdown has its pictures beside it. */
function countFiles(entries: readonly ExportedEntry[], { format }: ExportRequest): number {
  if (format === 'json') return Math.min(entries.length, 1);
  const beside = format === 'markdown' ? total(entries, ({ pictures }) => pictures) : 0;
  return entries.length + beside;
}
