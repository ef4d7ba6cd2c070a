import type { Page } from '@playwright/test';
import type { Document, DocumentNode } from '#shared/domain/document.ts';
import type { Day } from '#shared/domain/day.ts';
import type { Entry, NewEntry } from '#shared/domain/entry.ts';
import type { Input, Output, Reply, VaultProcedure } from '#shared/ipc/contract.ts';

/** Asks the open vault what the page itself could ask, so that a test need not type a hundred letters. */
export async function askVault<P extends VaultProcedure>(
  page: Page,
  procedure: P,
  input: Input<P>,
): Promise<Output<P>> {
  const reply = (await page.evaluate(([name, value]) => window.bridge.invoke(name, value), [
    procedure,
    input,
  ] as const)) as Reply<P>;
  if (!reply.ok) throw new Error(`${procedure}: ${reply.error.code}`);
  return reply.value;
}

interface Written {
  readonly title?: string;
  readonly writtenOn?: Day;
  /** Changes the blocks that the letter begins with. */
  readonly blocks: (begun: readonly DocumentNode[]) => readonly DocumentNode[];
}

/** A letter that is there already when the test begins. */
export async function writtenLetter(page: Page, made: NewEntry, written: Written): Promise<Entry> {
  const entry = await askVault(page, 'entries.create', made);
  const children = written.blocks(entry.document.root.children ?? []);
  const document: Document = { ...entry.document, root: { ...entry.document.root, children } };
  await askVault(page, 'entries.saveDraft', {
    id: entry.id,
    baseVersion: entry.version,
    seq: 1,
    title: written.title ?? entry.title,
    writtenOn: written.writtenOn ?? entry.writtenOn,
    document,
  });
  return entry;
}
