import {
  keepPreviousData,
  queryOptions,
  skipToken,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query';
import type { ExportId, ExportRequest } from '#shared/domain/export.ts';
import type { EntryId, JourneyId, PictureId } from '#shared/domain/ids.ts';
import type { RevisionId } from '#shared/domain/revision.ts';
import type { Journey } from '#shared/domain/journey.ts';
import type { OwnTemplate } from '#shared/domain/template.ts';
import type { SnapshotId } from '#shared/domain/snapshot.ts';
import { ask } from './client.ts';

/** What can be read, each with its key. Keys start with the topic that makes them stale. */
export const queries = {
  shellInfo: queryOptions({ queryKey: ['shell', 'info'], queryFn: () => ask('shell.info') }),
  vaults: queryOptions({ queryKey: ['shell', 'vaults'], queryFn: () => ask('shell.vaults') }),
  vaultStatus: queryOptions({ queryKey: ['vault', 'status'], queryFn: () => ask('vault.status') }),
  lastTime: queryOptions({ queryKey: ['vault', 'lastTime'], queryFn: () => ask('vault.lastTime') }),
  recoveryState: queryOptions({
    queryKey: ['recovery', 'state'],
    queryFn: () => ask('vault.recoveryState'),
  }),
  /** Not kept by the page any longer than it is shown. */
  newRecoveryCode: queryOptions({
    queryKey: ['recovery', 'code'],
    queryFn: () => ask('vault.newRecoveryCode'),
    gcTime: 0,
  }),
  backups: queryOptions({ queryKey: ['snapshots', 'list'], queryFn: () => ask('snapshots.list') }),
  /** What a backup holds beside what is here now, which every word typed changes. */
  backupContents: (id: SnapshotId) =>
    queryOptions({
      queryKey: ['entries', 'backup', id],
      queryFn: () => ask('snapshots.preview', id),
      gcTime: 0,
    }),
  /** Exactly what an export would write now. Nothing of it is kept when it is not shown. */
  exportPreview: (request: ExportRequest | null) =>
    queryOptions({
      queryKey: ['entries', 'exportPreview', request],
      queryFn: request === null ? skipToken : () => ask('exports.preview', request),
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  exportProgress: (id: ExportId) =>
    queryOptions({
      queryKey: ['exportProgress', id],
      queryFn: () => ask('exports.progress', id),
      refetchInterval: 300,
      gcTime: 0,
    }),
  receipts: queryOptions({
    queryKey: ['receipts'],
    queryFn: () => ask('exports.receipts'),
    staleTime: 0,
    gcTime: 0,
  }),
  settings: queryOptions({ queryKey: ['settings'], queryFn: () => ask('settings.get') }),
  journeys: queryOptions({ queryKey: ['journeys'], queryFn: () => ask('journeys.list') }),
  entries: queryOptions({ queryKey: ['entries', 'list'], queryFn: () => ask('entries.list') }),
  trash: queryOptions({ queryKey: ['entries', 'trash'], queryFn: () => ask('trash.list') }),
  /** Files come and go without the vault: asked anew each time. */
  copiesThatHold: (ids: readonly EntryId[]) =>
    queryOptions({
      queryKey: ['copiesThatHold', ids],
      queryFn: () => ask('snapshots.thatHold', [...ids]),
      gcTime: 0,
    }),
  revisions: (id: EntryId) =>
    queryOptions({
      queryKey: ['entries', 'revisions', id],
      queryFn: () => ask('revisions.list', id),
    }),
  /** A kept text never changes. It is let go when nothing shows it. */
  revision: (id: RevisionId) =>
    queryOptions({
      queryKey: ['revision', id],
      queryFn: () => ask('revisions.get', id),
      gcTime: 0,
    }),
  templates: queryOptions({ queryKey: ['templates'], queryFn: () => ask('templates.list') }),
  /** Let go with the list: it sorts by what is true when it opens, so it never opens with what was. */
  commitments: (journeyId: JourneyId | null) =>
    queryOptions({
      queryKey: ['entries', 'commitments', journeyId],
      queryFn: () => ask('commitments.list', { journeyId }),
      gcTime: 0,
    }),
  checkIns: (journeyId: JourneyId | null) =>
    queryOptions({
      queryKey: ['entries', 'checkIns', journeyId],
      queryFn: () => ask('checkIns.list', { journeyId }),
    }),
  /** A picture never changes: its id is made from its bytes. It is let go when nothing shows it. */
  picture: (id: PictureId) =>
    queryOptions({
      queryKey: ['picture', id],
      queryFn: () => ask('pictures.get', id),
      gcTime: 0,
    }),
  found: (text: string) =>
    queryOptions({
      queryKey: ['entries', 'found', text],
      queryFn: () => ask('search.find', { text }),
      placeholderData: keepPreviousData,
      gcTime: 60_000,
    }),
  /**
   * The entry as it was when it was opened. Its key starts with no topic and it is dropped as soon
   * as it is closed: from then on the editor holds the text, and nothing may replace it.
   */
  opened: (id: EntryId, opening: number) =>
    queryOptions({
      queryKey: ['opened', id, opening],
      queryFn: () => ask('entries.get', id),
      gcTime: 0,
    }),
};

export const useShellInfo = () => useSuspenseQuery(queries.shellInfo).data;

export const useSettings = () => useSuspenseQuery(queries.settings).data;

/** The journey whose name and role the app shows; undefined when the question was skipped. */
export function useCurrentJourney(): Journey | undefined {
  const { currentJourneyId } = useSettings();
  const journeys = useSuspenseQuery(queries.journeys).data;
  return journeys.find(journey => journey.id === currentJourneyId);
}

const NONE: readonly OwnTemplate[] = [];

/** The templates that the person made; none until they were read. */
export const useOwnTemplates = (): readonly OwnTemplate[] =>
  useQuery(queries.templates).data ?? NONE;

/** All writing, newest first. While a letter is open nobody looks at the list, so it rests. */
export const useEntries = (enabled = true) => useQuery({ ...queries.entries, enabled });

/** Whether something of a journey is sealed; null for all writing. What it says is in no list. */
export const useHasSealed = (journeyId: JourneyId | null): boolean =>
  useEntries().data?.some(
    entry => entry.sealedUntil !== null && (journeyId === null || entry.journeyId === journeyId),
  ) === true;
