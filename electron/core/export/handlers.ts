import { isForCounsellorOnly } from '#shared/content/safety-gate.ts';
import type { Audience } from '#shared/domain/audience.ts';
import type { Entry } from '#shared/domain/entry.ts';
import type { PictureId } from '#shared/domain/ids.ts';
import type { GateAnswer } from '#shared/domain/safety-gate.ts';
import type { AppError } from '#shared/errors.ts';
import type { HandlersFor, Input, Output, VaultProcedure } from '#shared/ipc/contract.ts';
import { letterOf, WHOLE_LETTER } from '#shared/output/letter-of.ts';
import { withhold } from '#shared/output/withhold.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { ReadDb } from '../db/statements.ts';
import { readEntry } from '../entries/repository.ts';
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
  const entry = readEntry(db, id);
  if (!entry.ok) return entry;
  if (leaves === true) {
    // Where nobody said whose it will be, it may be anyone's.
    const passed = mayLeave(db, entry.value, copy?.audience ?? 'for-partner', gate);
    if (!passed.ok) return passed;
  }
  const { locale } = ports;
  const templateItems = itemsOfTemplate(db, entry.value, locale);
  const pictureOf = (picture: PictureId) => findPicture(db, picture);
  const setting = { locale, templateItems, pictureOf };
  return ok(renderPrintHtml(entry.value, options, setting, copy));
}

function mayLeave(
  db: ReadDb,
  entry: Entry,
  audience: Audience,
  gate: readonly GateAnswer[],
): Result<void, AppError> {
  if (audience === 'for-partner' && isForCounsellorOnly(entry.templateId)) {
    return err({ code: 'export.nothing' });
  }
  return passGate(gateNeeded(audience, [sidesOfEntry(db, entry)]), gate);
}

/** The letter is whole, so that the page can show each passage that stays out where it stands. */
function previewLetter(
  { db, ports }: Session,
  { id, copy }: Input<'exports.previewLetter'>,
): Result<Output<'exports.previewLetter'>, AppError> {
  const entry = readEntry(db, id);
  if (!entry.ok) return entry;
  const letter = letterOf(entry.value, WHOLE_LETTER, settingOf(db, entry.value, ports.locale));
  const { removals } = withhold(entry.value.document, copy);
  return ok({ letter, removals: removals.filter(({ text }) => text !== '') });
}
