import { ExportId, type ExportTurn } from '#shared/domain/export.ts';
import { isLongEnough, PASSPHRASE_MINIMUM } from '#shared/domain/passphrase.ts';
import type { AppError } from '#shared/errors.ts';
import type { HandlersFor, Input } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { guarded } from '../dispatch.ts';
import type { Session } from '../session.ts';
import { passGate } from './gate.ts';
import { newJob, receiptOf, targetOf, workOf, type Job, type State } from './job.ts';
import { notWritten } from './not-written.ts';
import { createPacking, type Packing } from './packing.ts';
import { planExport } from './plan.ts';
import { addReceipt } from './receipts.ts';
import { writeExport } from './write-export.ts';
import { ZIP_FILES } from './zip-limit.ts';

type Running =
  `exports.${'prepare' | 'target' | 'begin' | 'next' | 'rendered' | 'progress' | 'cancel'}`;

/** How long one turn works before it lets the main process look up. */
const TURN_MS = 50;

/** What is on its way out of an open vault. */
export interface Exports {
  readonly handlers: HandlersFor<Running>;
  /** Ends all of them at once: nothing half written is left when the vault is closed. */
  readonly endAll: () => void;
}

export function createExports(session: Session): Exports {
  const jobs = new Map<ExportId, Job>();
  const { ports } = session;

  /** Drops what has ended, and what was never begun: each may hold a passphrase. */
  function forgetOthers(): void {
    for (const [id, job] of jobs) if (job.state !== 'running') jobs.delete(id);
  }

  function end(job: Job, state: State): string | null {
    const left = job.packing?.abandon() ?? null;
    release(job, state);
    return left;
  }

  function release(job: Job, state: State): void {
    Object.assign(job, { state, packing: undefined, steps: undefined, pdf: undefined });
    job.passphrase = null;
  }

  async function prepare({
    request,
    passphrase,
  }: Input<'exports.prepare'>): Promise<Result<{ id: ExportId }, AppError>> {
    if (passphrase !== null && !isLongEnough(passphrase)) {
      return err({ code: 'vault.passphraseTooShort', minimum: PASSPHRASE_MINIMUM });
    }
    const plan = await planExport(session, request);
    if (!plan.ok) return plan;
    if (plan.value.entries.length === 0) return err({ code: 'export.nothing' });
    const passed = passGate(plan.value.gate, request.gate);
    if (!passed.ok) return passed;
    forgetOthers();
    const id = ExportId.parse(ports.newId());
    const job = newJob(id, request, plan.value, passphrase);
    if (job.target === 'zip' && plan.value.counts.files > ZIP_FILES) {
      return err({ code: 'export.tooMuchForZip' });
    }
    jobs.set(id, job);
    return ok({ id });
  }

  /** Runs work on a job; whatever goes wrong in it leaves nothing of the job behind. */
  async function onJob<T>(
    id: ExportId,
    state: State,
    work: (job: Job) => Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>> {
    const job = jobs.get(id);
    if (job === undefined) return err({ code: 'export.notFound' });
    if (job.state === 'cancelled') return err({ code: 'export.cancelled' });
    if (job.state !== state) return err({ code: 'export.notFound' });
    const turn = guardedTurn(job, work);
    job.turn = turn;
    return turn;
  }

  async function guardedTurn<T>(
    job: Job,
    work: (job: Job) => Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>> {
    try {
      const result = await work(job);
      if (isCancelled(job)) return cancelled(end(job, 'cancelled'), job);
      if (!result.ok) end(job, 'failed');
      return result;
    } catch (error) {
      const left = end(job, isCancelled(job) ? 'cancelled' : 'failed');
      const failure = notWritten(error, job.path, left);
      if (failure === undefined) throw error;
      return err(failure);
    }
  }

  const begin = (id: ExportId, path: string) =>
    onJob(id, 'prepared', async job => {
      job.path = path;
      job.state = 'running';
      job.packing = await createPacking({
        target: job.target,
        path,
        name: targetOf(job, ports.clock.today()).name,
        passphrase: job.passphrase,
        day: new Date(ports.clock.now()),
      });
      job.passphrase = null;
      job.steps = writeExport(session, workOf(job), job.packing);
      return ok(undefined);
    });

  const next = (id: ExportId): Promise<Result<ExportTurn, AppError>> =>
    onJob(id, 'running', async job => {
      const until = performance.now() + TURN_MS;
      for (;;) {
        if (job.steps === undefined || job.packing === undefined) {
          return err({ code: 'export.notFound' });
        }
        const step = await job.steps.next();
        if (isCancelled(job)) return err({ code: 'export.cancelled' });
        if (step.done === true) return finish(job, job.packing);
        if (!step.value.ok) return step.value;
        if (step.value.value.kind === 'render' || performance.now() > until) return step.value;
      }
    });

  async function finish(job: Job, packing: Packing): Promise<Result<ExportTurn, AppError>> {
    const path = await packing.finish();
    // It is out from here on: a receipt that can not be kept does not call it back.
    const kept = await guarded(ports, 'exports.next', () => addReceipt(session, receiptOf(job)));
    const hasReceipt = kept.ok && kept.value.ok;
    const { counts } = job.plan;
    const files = job.target === 'folder' ? counts.files : 1;
    release(job, 'done');
    return ok({ kind: 'done', written: { path, files, entries: counts.entries, hasReceipt } });
  }

  async function cancel(id: ExportId): Promise<Result<void, AppError>> {
    const job = jobs.get(id);
    if (job === undefined || !['prepared', 'running'].includes(job.state)) return ok(undefined);
    job.state = 'cancelled';
    // What is being written now ends first.
    await job.turn;
    const left = end(job, 'cancelled');
    return left === null ? ok(undefined) : cancelled(left, job);
  }

  return {
    handlers: {
      'exports.prepare': prepare,
      'exports.target': id => {
        const job = jobs.get(id);
        return job === undefined
          ? err({ code: 'export.notFound' })
          : ok(targetOf(job, ports.clock.today()));
      },
      'exports.begin': ({ id, path }) => begin(id, path),
      'exports.next': next,
      'exports.rendered': ({ id, pdf }) =>
        onJob(id, 'running', job => {
          job.pdf = pdf;
          return Promise.resolve(ok(undefined));
        }),
      'exports.progress': id => {
        const job = jobs.get(id);
        if (job === undefined) return err({ code: 'export.notFound' });
        return ok({ state: job.state, done: job.done, total: job.plan.counts.entries });
      },
      'exports.cancel': cancel,
    },
    endAll() {
      for (const job of jobs.values()) end(job, 'cancelled');
      jobs.clear();
    },
  };
}

const isCancelled = (job: Job): boolean => job.state === 'cancelled';

/** Nothing is left, or the person is told what is. */
const cancelled = (left: string | null, { path }: Job): Result<never, AppError> =>
  err(
    left === null
      ? { code: 'export.cancelled' }
      : { code: 'export.notWritten', path, reason: 'gone', left },
  );
