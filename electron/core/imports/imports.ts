import {
  IMPORT_SHOWN,
  ImportId,
  type ImportAnswer,
  type ImportPlace,
  type ImportPreview,
  type ImportProgress,
  type ImportTaken,
} from '#shared/domain/import.ts';
import type { AppError } from '#shared/errors.ts';
import type { HandlersFor, Input, VaultProcedure } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { findJourney } from '../journeys/repository.ts';
import type { Session } from '../session.ts';
import { keysHere } from './here.ts';
import { createStaged, type Staged, type StagedEntry } from './staged.ts';
import { newJourneys, takeIn } from './take.ts';

type ImportProcedure = Extract<VaultProcedure, `imports.${string}`>;
type Answer = Result<ImportAnswer, AppError>;

/** What is on its way into an open vault. */
export interface Imports {
  readonly handlers: HandlersFor<ImportProcedure>;
  /** Ends all of them at once. */
  readonly endAll: () => void;
}

interface Job {
  readonly names: readonly string[];
  readonly staged: Staged;
  readonly ended: Set<number>;
  isTaken: boolean;
  /** A sealed file, and who waits for what opens it. */
  sealed: {
    readonly file: number;
    readonly wrong: boolean;
    readonly answer: (to: Answer) => void;
  } | null;
}

const HEARD: Answer = ok({ passphrase: null });
const CANCELLED = err({ code: 'import.cancelled' } as const);
const NOT_FOUND = err({ code: 'import.notFound' } as const);

/**
 * Keeps what is read from files until the person says what shall become of it.
 * @param backUp makes a backup of the vault as it is now.
 */
export function createImports(session: Session, backUp: () => Result<void, AppError>): Imports {
  const jobs = new Map<ImportId, Job>();
  const { db, ports, history } = session;

  function endAll(): void {
    for (const job of jobs.values()) job.sealed?.answer(CANCELLED);
    jobs.clear();
  }

  function begin({ names }: Input<'imports.begin'>): Result<{ id: ImportId }, AppError> {
    // What nobody took in is forgotten when something else is chosen.
    endAll();
    const id = ImportId.parse(ports.newId());
    jobs.set(id, {
      names,
      staged: createStaged(),
      ended: new Set(),
      isTaken: false,
      sealed: null,
    });
    return ok({ id });
  }

  function receive({ id, message }: Input<'imports.receive'>): Answer | Promise<Answer> {
    const job = jobs.get(id);
    if (job === undefined || !isOpen(job, message.file)) return CANCELLED;
    if (message.type === 'items') {
      for (const item of message.items) job.staged.add(message.file, item);
    } else if (message.type === 'end') job.ended.add(message.file);
    else return askPassphrase(job, message);
    return HEARD;
  }

  function askPassphrase(
    job: Job,
    { file, wrong }: { readonly file: number; readonly wrong: boolean },
  ): Promise<Answer> {
    job.sealed?.answer(CANCELLED);
    return new Promise(answer => {
      job.sealed = { file, wrong, answer };
    });
  }

  function openSealed({ id, passphrase }: Input<'imports.openSealed'>): Result<void, AppError> {
    const job = jobs.get(id);
    if (job === undefined) return NOT_FOUND;
    job.sealed?.answer(ok({ passphrase }));
    job.sealed = null;
    return ok(undefined);
  }

  function failed({ id, file, reason }: Input<'imports.failed'>): Result<void, AppError> {
    const job = jobs.get(id);
    if (job === undefined || !isOpen(job, file)) return NOT_FOUND;
    if (job.sealed?.file === file) job.sealed = null;
    job.staged.fail(file, { reason, member: '', line: null, entry: null });
    job.ended.add(file);
    return ok(undefined);
  }

  async function preview(id: ImportId): Promise<Result<ImportPreview, AppError>> {
    const job = jobs.get(id);
    if (job === undefined) return NOT_FOUND;
    const { staged } = job;
    const here = await keysHere(db, staged.entries);
    return ok({
      entries: staged.entries.slice(0, IMPORT_SHOWN).map(entry => shown(job, entry, here)),
      counts: {
        entries: staged.entries.length,
        words: staged.entries.reduce((sum, { wordCount }) => sum + wordCount, 0),
        here: staged.entries.filter(entry => isHere(entry, here)).length,
        files: job.names.length,
        pictures: staged.pictures.size,
        inJourneys: staged.entries.filter(({ own }) => (own?.journeyId ?? null) !== null).length,
        journeys: newJourneys(db, staged),
      },
      losses: [...staged.losses].map(([what, count]) => ({ what, count })),
      problems: staged.problems.map(({ file, problem }) => ({
        ...problem,
        file: job.names[file] ?? '',
      })),
      problemCount: staged.problemCount(),
    });
  }

  async function take(asked: Input<'imports.take'>): Promise<Result<ImportTaken, AppError>> {
    const job = jobs.get(asked.id);
    if (job === undefined || job.isTaken || stateOf(job) !== 'read') return NOT_FOUND;
    const problem = placeProblem(asked.place);
    if (problem !== null) return err(problem);
    const { entries } = job.staged;
    const here = asked.skipHere ? await keysHere(db, entries) : new Set<string>();
    const chosen = entries.filter(entry => !isHere(entry, here));
    if (chosen.length === 0) return err({ code: 'import.nothing' });
    // Cancelled, or asked twice, while the vault was looked through.
    if (jobs.get(asked.id) !== job || job.isTaken) return CANCELLED;
    const saved = backUp();
    if (!saved.ok) return saved;
    let taken: Omit<ImportTaken, 'skipped'> = { entries: 0, pictures: 0 };
    const onTaken = (written: typeof taken): void => {
      taken = written;
    };
    const done = history.execute(
      takeIn(session, { staged: job.staged, place: asked.place, chosen, onTaken }),
    );
    if (!done.ok) return done;
    job.isTaken = true;
    jobs.delete(asked.id);
    return ok({ ...taken, skipped: entries.length - chosen.length });
  }

  const placeProblem = (place: ImportPlace): AppError | null =>
    place.into === 'journey' && findJourney(db, place.journeyId) === undefined
      ? { code: 'journey.notFound', id: place.journeyId }
      : null;

  return {
    handlers: {
      'imports.begin': begin,
      'imports.receive': receive,
      'imports.failed': failed,
      'imports.openSealed': openSealed,
      'imports.progress': id => {
        const job = jobs.get(id);
        return job === undefined ? NOT_FOUND : ok(progressOf(job));
      },
      'imports.preview': preview,
      'imports.take': take,
      'imports.cancel': id => {
        jobs.get(id)?.sealed?.answer(CANCELLED);
        jobs.delete(id);
        return ok(undefined);
      },
    },
    endAll,
  };
}

/** Nothing more is heard of a file that has ended, or that nobody chose. */
const isOpen = ({ names, ended, isTaken }: Job, file: number): boolean =>
  file < names.length && !ended.has(file) && !isTaken;

const stateOf = ({ names, ended }: Job): ImportProgress['state'] =>
  ended.size === names.length ? 'read' : 'reading';

const progressOf = (job: Job): ImportProgress => ({
  state: stateOf(job),
  done: job.ended.size,
  total: job.names.length,
  entries: job.staged.entries.length,
  sealed:
    job.sealed === null
      ? null
      : { name: job.names[job.sealed.file] ?? '', wrong: job.sealed.wrong },
});

const isHere = ({ key }: StagedEntry, here: ReadonlySet<string>): boolean => here.has(key);

const shown = (
  { names }: Job,
  entry: StagedEntry,
  here: ReadonlySet<string>,
): ImportPreview['entries'][number] => ({
  title: entry.title,
  writtenOn: entry.writtenOn,
  excerpt: entry.excerpt,
  wordCount: entry.wordCount,
  file: names[entry.file] ?? '',
  isHere: isHere(entry, here),
});
