import type { Day } from '#shared/domain/day.ts';
import type {
  ExportId,
  ExportPreview,
  ExportProgress,
  ExportRequest,
  ExportTarget,
} from '#shared/domain/export.ts';
import { neutralName } from '#shared/output/file-names.ts';
import type { Packing } from './packing.ts';
import { EXTENSIONS } from './plan.ts';
import type { NewReceipt } from './receipts.ts';
import type { Step, Work } from './write-export.ts';

export type State = ExportProgress['state'];

/** An export from the moment when it was decided to its end. */
export interface Job {
  readonly id: ExportId;
  readonly request: ExportRequest;
  readonly plan: ExportPreview;
  readonly target: ExportPreview['target'];
  readonly isSealed: boolean;
  passphrase: string | null;
  state: State;
  done: number;
  path: string;
  packing: Packing | undefined;
  steps: AsyncGenerator<Step, void, void> | undefined;
  pdf: Uint8Array | undefined;
  /** What is being done for it now. */
  turn: Promise<unknown>;
}

/** One that is decided, and waits for its place. */
export const newJob = (
  id: ExportId,
  request: ExportRequest,
  plan: ExportPreview,
  passphrase: string | null,
): Job => ({
  id,
  request,
  plan,
  // A folder can not be sealed.
  target: passphrase !== null && plan.target === 'folder' ? 'zip' : plan.target,
  isSealed: passphrase !== null,
  passphrase,
  state: 'prepared',
  done: 0,
  path: '',
  packing: undefined,
  steps: undefined,
  pdf: undefined,
  turn: Promise.resolve(),
});

/** What of it the writing needs. */
export const workOf = (job: Job): Work => ({
  request: job.request,
  plan: job.plan,
  takePdf: () => {
    const { pdf } = job;
    job.pdf = undefined;
    return pdf;
  },
  advance: () => {
    job.done += 1;
  },
});

/** What the person is asked a place for. */
export function targetOf({ plan, target, request, isSealed }: Job, today: Day): ExportTarget {
  const [first] = plan.entries;
  const base = first?.fileName.replace(/\.[^.]*$/, '');
  const isOne = plan.entries.length === 1 && base !== undefined;
  const name = isOne && names(request) ? base : neutralName(isOne ? 'letter' : 'letters', today);
  if (target === 'folder') return { kind: 'folder', name, extension: '' };
  const extension = target === 'zip' ? 'zip' : EXTENSIONS[request.format];
  const sealed = isSealed ? '.age' : '';
  return { kind: 'file', name, extension: `${extension}${sealed}` };
}

const names = ({ names: chosen }: ExportRequest): boolean => chosen === 'title';

/** What is kept of it. */
export const receiptOf = ({ request, plan, isSealed }: Job): NewReceipt => ({
  audience: request.copy.audience,
  format: request.format,
  isSealed,
  entries: plan.entries.map(({ id }) => id),
});
