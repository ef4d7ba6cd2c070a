import { invariant } from '#shared/assert.ts';
import type { ExportPreview, ExportRequest, ExportTurn } from '#shared/domain/export.ts';
import type { Entry } from '#shared/domain/entry.ts';
import type { EntryId, JourneyId, PictureId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import type { Letter } from '#shared/output/letter.ts';
import { pictureIdsIn } from '#shared/output/exchange.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { readToExport } from '../entries/repository.ts';
import { findJourney } from '../journeys/repository.ts';
import { findPicture } from '../pictures/repository.ts';
import type { Session } from '../session.ts';
import { layOut } from './html-layouts.ts';
import { makeLetter, picturesOf } from './make-letter.ts';
import type { Packing } from './packing.ts';
import { isBackup } from './plan.ts';
import { renderFiles, type OwnFileFormat } from './render.ts';
import {
  createJsonWriter,
  createPictureList,
  exchangedPicture,
  ownCopy,
  sharedCopy,
} from './to-json.ts';

export interface Work {
  readonly request: ExportRequest;
  readonly plan: ExportPreview;
  /** The PDF that the main process made of what it was given last. */
  readonly takePdf: () => Uint8Array | undefined;
  /** One more entry is written. */
  readonly advance: () => void;
}

/** What the main process does next, or why it ends here. */
export type Step = Result<Exclude<ExportTurn, { kind: 'done' }>, AppError>;

const GO_ON: Step = ok({ kind: 'go-on' });

/** Writes what was planned, one entry at a time. The text is what it is when its turn comes. */
export function writeExport(
  session: Session,
  work: Work,
  packing: Packing,
): AsyncGenerator<Step, void, void> {
  if (work.request.format === 'json') return writeJson(session, work, packing);
  return work.request.format === 'pdf'
    ? writePdfs(session, work, packing)
    : writeFiles(session, work, packing, work.request.format);
}

async function* writeFiles(
  session: Session,
  { request, plan, advance }: Work,
  packing: Packing,
  format: OwnFileFormat,
): AsyncGenerator<Step, void, void> {
  for (const { id, fileName } of plan.entries) {
    const made = letterNow(session, id, request);
    if (!made.ok) {
      yield made;
      return;
    }
    const { options } = request;
    const files = await renderFiles(made.value, fileName, { format, options }, source(session));
    for (const { name, bytes } of files) await packing.add(name, bytes);
    advance();
    yield GO_ON;
  }
}

async function* writePdfs(
  session: Session,
  { request, plan, takePdf, advance }: Work,
  packing: Packing,
): AsyncGenerator<Step, void, void> {
  const { options } = request;
  for (const { id, fileName } of plan.entries) {
    const made = letterNow(session, id, request);
    if (!made.ok) {
      yield made;
      return;
    }
    // A title is no part of a letter on paper.
    const html = layOut({ ...made.value, title: null }, options, source(session));
    const letter = { html, language: made.value.language, leftOut: [] };
    yield ok({ kind: 'render', letter, options });
    const pdf = takePdf();
    if (pdf === undefined) {
      yield err({ code: 'print.failed', reason: '' });
      return;
    }
    await packing.add(fileName, pdf);
    advance();
  }
}

async function* writeJson(
  session: Session,
  { request, plan, advance }: Work,
  packing: Packing,
): AsyncGenerator<Step, void, void> {
  const { audience } = request.copy;
  const exportedOn = session.ports.clock.today();
  const json = createJsonWriter({ format: 'amends', version: 1, exportedOn, audience });
  const name = plan.entries[0]?.fileName ?? '';
  const put = (text: string): Promise<void> => packing.add(name, Buffer.from(text));
  const pictures = createPictureList();
  const journeys = new Set<JourneyId>();

  await put(json.begin());
  for (const { id } of plan.entries) {
    const made = jsonEntry(session, id, request);
    if (!made.ok) {
      yield made;
      return;
    }
    await put(json.entry(made.value.copy));
    pictures.add(made.value.pictures);
    if (made.value.journeyId !== null) journeys.add(made.value.journeyId);
    advance();
    yield GO_ON;
  }
  if (isBackup(request)) {
    await put(json.list('journeys'));
    for (const id of journeys) await put(json.item(findJourney(session.db, id) ?? {}));
  }
  await put(json.list('pictures'));
  for (const id of pictures.all()) {
    const picture = findPicture(session.db, id);
    if (picture !== undefined) await put(json.item(exchangedPicture(picture)));
    yield GO_ON;
  }
  await put(json.end());
}

function jsonEntry(session: Session, id: EntryId, request: ExportRequest) {
  if (!isBackup(request)) {
    const made = letterNow(session, id, request);
    if (!made.ok) return made;
    const copy = sharedCopy(made.value);
    return ok({ copy, pictures: picturesOf(made.value), journeyId: null });
  }
  const entry = entryNow(session, id, request);
  if (!entry.ok) return entry;
  const { document, journeyId } = entry.value;
  return ok({ copy: ownCopy(entry.value), pictures: pictureIdsIn(document), journeyId });
}

function letterNow(
  session: Session,
  id: EntryId,
  request: ExportRequest,
): Result<Letter, AppError> {
  const entry = entryNow(session, id, request);
  if (!entry.ok) return entry;
  return ok(makeLetter(session.db, entry.value, request, session.ports.locale).letter);
}

function entryNow(
  { db }: Session,
  id: EntryId,
  { chosenOneByOne }: ExportRequest,
): Result<Entry, AppError> {
  const entry = readToExport(db, id, chosenOneByOne.includes(id));
  if (!entry.ok) return entry;
  invariant(entry.value !== 'unreadable', 'what was planned can be read');
  return ok(entry.value);
}

const source = ({ db }: Session) => ({ pictureOf: (id: PictureId) => findPicture(db, id) });
