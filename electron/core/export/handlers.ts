import type { Entry } from '#shared/domain/entry.ts';
import type { EntryId, PictureId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import type { HandlersFor, Input, Output, VaultProcedure } from '#shared/ipc/contract.ts';
import { letterOf, WHOLE_LETTER } from '#shared/output/letter-of.ts';
import { withhold } from '#shared/output/withhold.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { findEntry } from '../entries/repository.ts';
import { findPicture } from '../pictures/repository.ts';
import type { Session } from '../session.ts';
import { itemsOfTemplate } from '../templates/used-template.ts';
import type { Exports } from './exports.ts';
import { gateNeeded, passGate } from './gate.ts';
import { settingOf } from './make-letter.ts';
import { planExport } from './plan.ts';
import { addReceipt, listReceipts } from './receipts.ts';
import { sidesOfEntry } from './select.ts';
import { renderPrintHtml } from './to-html.ts';

type ExportProcedure = Extract<VaultProcedure, `exports.${string}`> | 'entries.printDocument';

/** What leaves the app, seen from the inside. */
export function createExportHandlers(
  session: Session,
  exports: Exports,
): HandlersFor<ExportProcedure> {
  const { db } = session;
  return {
    ...exports.handlers,
    'entries.printDocument': request => printDocument(session, request),
    'exports.preview': request => planExport(session, request),
    'exports.previewLetter': request => previewLetter(session, request),
    'exports.receipts': () => ok(listReceipts(db)),
    'exports.keepReceipt': ({ id, audience, format }) =>
      addReceipt(session, { audience, format, isSealed: false, entries: [id] }),
  };
}

function printDocument(
  { db, ports }: Session,
  { id, options, copy, gate = [], leaves }: Input<'entries.printDocument'>,
): Result<Output<'entries.printDocument'>, AppError> {
  const entry = found(findEntry(db, id), id);
  if (!entry.ok) return entry;
  if (leaves === true && copy !== undefined) {
    const passed = passGate(gateNeeded(copy.audience, [sidesOfEntry(db, entry.value)]), gate);
    if (!passed.ok) return passed;
  }
  const { locale } = ports;
  const templateItems = itemsOfTemplate(db, entry.value, locale);
  const pictureOf = (picture: PictureId) => findPicture(db, picture);
  const setting = { locale, templateItems, pictureOf };
  return ok(renderPrintHtml(entry.value, options, setting, copy));
}

/** The letter is whole, so that the page can show each passage that stays out where it stands. */
function previewLetter(
  { db, ports }: Session,
  { id, copy }: Input<'exports.previewLetter'>,
): Result<Output<'exports.previewLetter'>, AppError> {
  const entry = found(findEntry(db, id), id);
  if (!entry.ok) return entry;
  const letter = letterOf(entry.value, WHOLE_LETTER, settingOf(db, entry.value, ports.locale));
  const { removals } = withhold(entry.value.document, copy);
  return ok({ letter, removals: removals.filter(({ text }) => text !== '') });
}

function found(entry: Entry | undefined, id: EntryId): Result<Entry, AppError> {
  return entry === undefined ? err({ code: 'entry.notFound', id }) : ok(entry);
}
