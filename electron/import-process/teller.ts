import type { MessagePortMain } from 'electron';
import type { ImportAnswer, ImportItem, ImportMessage } from '#shared/domain/import.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';

/** How much is said at a time; the next is said when the vault has taken it. */
const MOST_ITEMS = 200;
const MOST_BYTES = 4 * 1024 * 1024;
/** What an entry weighs beside its text is not worth measuring. */
const LEAST_BYTES = 1024;

/** What became of what was said. `over`: nobody wants to hear more. */
export type Heard = 'taken' | 'refused' | 'over';

/** What a reader needs of the line to the vault process. */
export type ReaderPort = Pick<MessagePortMain, 'on' | 'start' | 'postMessage'>;

/** Says what was read to the vault process, no faster than it takes it. */
export interface Teller {
  /** One item that the vault refuses is told as damage, and keeps no other back. */
  readonly item: (file: number, item: ImportItem) => Promise<Heard>;
  readonly end: (file: number) => Promise<Heard>;
  readonly passphrase: (file: number, wrong: boolean) => Promise<string | null>;
}

export function createTeller(port: ReaderPort): Teller {
  let items: ImportItem[] = [];
  let bytes = 0;
  let answer: ((reply: Answer) => void) | undefined;

  port.on('message', ({ data }) => {
    answer?.(data as Answer);
  });
  // The vault is locked, or the import is over.
  port.on('close', () => process.exit());
  port.start();

  const say = (message: ImportMessage): Promise<Answer> =>
    new Promise(resolve => {
      answer = resolve;
      port.postMessage(message);
    });

  const sayItems = async (file: number, said: ImportItem[]): Promise<Heard> =>
    heardOf(await say({ type: 'items', file, items: said }));

  async function flush(file: number): Promise<Heard> {
    if (items.length === 0) return 'taken';
    const all = items;
    items = [];
    bytes = 0;
    const heard = await sayItems(file, all);
    return heard === 'refused' ? sayEach(file, all) : heard;
  }

  async function sayEach(file: number, all: readonly ImportItem[]): Promise<Heard> {
    for (const item of all) {
      let heard = await sayItems(file, [item]);
      if (heard === 'refused') heard = await sayItems(file, [DAMAGED]);
      if (heard !== 'taken') return heard;
    }
    return 'taken';
  }

  return {
    async item(file, item) {
      items.push(item);
      bytes += weightOf(item);
      return items.length < MOST_ITEMS && bytes < MOST_BYTES ? 'taken' : flush(file);
    },
    async end(file) {
      const heard = await flush(file);
      return heard === 'taken' ? heardOf(await say({ type: 'end', file })) : heard;
    },
    async passphrase(file, wrong) {
      if ((await flush(file)) !== 'taken') return null;
      const said = await say({ type: 'sealed', file, wrong });
      return said.ok ? said.value.passphrase : null;
    },
  };
}

type Answer = Result<ImportAnswer, Pick<AppError, 'code'>>;

const DAMAGED: ImportItem = {
  kind: 'problem',
  problem: { reason: 'damaged', member: '', line: null, entry: null },
};

const OVER: ReadonlySet<AppError['code']> = new Set(['import.cancelled', 'vault.locked']);

function heardOf(answer: Answer): Heard {
  if (answer.ok) return 'taken';
  return OVER.has(answer.error.code) ? 'over' : 'refused';
}

function weightOf(item: ImportItem): number {
  if (item.kind === 'picture') return item.picture.bytes.length;
  return item.kind === 'entry' ? JSON.stringify(item.entry).length : LEAST_BYTES;
}
