import { safetyGate } from '#shared/content/safety-gate.ts';
import type { ExportPreview, KeptBackEntry, OneByOne } from '#shared/domain/export.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { describeThrown } from '../../api/describe-error.ts';
import { useShellInfo } from '../../api/queries.ts';
import { Failure } from '../../ui/Failure.tsx';
import { SealMark } from '../../ui/SealMark.tsx';
import { dayOfEntry, titleOrUntitled } from '../../words/entry-title.ts';
import { exportWords } from '../../words/export.ts';
import { CheckRow } from './CheckRow.tsx';
import styles from './Export.module.css';
import { Going } from './Going.tsx';

interface PreviewProps {
  readonly preview: ExportPreview | undefined;
  readonly error: Error | null;
  /** The choices have changed since. */
  readonly isStale: boolean;
  readonly isSealed: boolean;
  /** What has to be chosen first, or null. */
  readonly missing: string | null;
  readonly oneByOne: readonly EntryId[];
  readonly onOneByOne: (ids: readonly EntryId[]) => void;
}

/** Exactly what goes, what stays out of it and why, and what would have to be ticked by itself. */
export function Preview(props: PreviewProps) {
  const { preview, error, isStale, missing } = props;
  const isNothing = preview !== undefined && preview.entries.length === 0;
  return (
    <>
      <h3 className={styles['previewTitle']}>{exportWords.preview}</h3>
      {missing !== null && <p className={styles['lead']}>{missing}</p>}
      {missing === null && error !== null && <Failure {...describeThrown(error)} />}
      {missing === null && error === null && (
        <>
          <div role="status" className={styles['lead']}>
            {preview === undefined && <p>{exportWords.looking}</p>}
            {isNothing && <p>{saidOfNothing(preview)}</p>}
            {preview !== undefined && !isNothing && (
              <>
                <p>{exportWords.counts(preview.counts)}</p>
                <p>{exportWords.removals(preview.counts.removals)}</p>
              </>
            )}
          </div>
          {preview !== undefined && (
            <div data-stale={isStale || undefined} className={styles['lists']}>
              <OneByOneList {...props} preview={preview} why="never-send" />
              <OneByOneList {...props} preview={preview} why="sealed" />
              <Going
                entries={preview.entries}
                isSealed={props.isSealed && preview.target === 'file'}
              />
              <KeptBack entries={preview.keptBack.filter(({ canBeChosen }) => !canBeChosen)} />
            </div>
          )}
        </>
      )}
    </>
  );
}

const saidOfNothing = ({ keptBack }: ExportPreview): string =>
  keptBack.length === 0 ? exportWords.nothingThere : exportWords.nothing;

interface OneByOneListProps extends PreviewProps {
  readonly preview: ExportPreview;
  readonly why: OneByOne;
}

/** Each of these goes along by a tick of its own, and keeps its place when it has one. */
function OneByOneList({ preview, why, oneByOne, onOneByOne }: OneByOneListProps) {
  const { locale } = useShellInfo();
  const listed = [
    ...preview.keptBack.filter(kept => kept.why === why),
    ...preview.entries.filter(going => going.oneByOne === why),
  ].toSorted((a, b) => (a.writtenOn + a.id < b.writtenOn + b.id ? -1 : 1));
  if (listed.length === 0) return null;
  return (
    <section className={styles['apart']}>
      <h4 className={styles['listTitle']}>{exportWords.oneByOne[why]}</h4>
      <p className={styles['quiet']}>
        {why === 'never-send' ? safetyGate.audienceNotes['kept-back'] : exportWords.sealedNote}{' '}
        {exportWords.oneByOneHint}
      </p>
      <ul aria-label={exportWords.oneByOne[why]}>
        {listed.map(entry => (
          <CheckRow
            key={entry.id}
            label={titleOrUntitled(entry)}
            sealedUntil={entry.sealedUntil}
            note={dayOfEntry(entry, locale)}
            checked={oneByOne.includes(entry.id)}
            onChange={isChosen =>
              onOneByOne(
                isChosen ? [...oneByOne, entry.id] : oneByOne.filter(id => id !== entry.id),
              )
            }
          />
        ))}
      </ul>
    </section>
  );
}

function KeptBack({ entries }: { readonly entries: readonly KeptBackEntry[] }) {
  const { locale } = useShellInfo();
  if (entries.length === 0) return null;
  return (
    <section>
      <h4 className={styles['listTitle']}>{exportWords.keptBack}</h4>
      {entries.some(({ why }) => why === 'counsellor-only') && (
        <p className={styles['quiet']}>{safetyGate.audienceNotes['counsellor-only']}</p>
      )}
      {entries.some(({ why }) => why === 'unreadable') && (
        <p className={styles['quiet']}>{exportWords.unreadableHint}</p>
      )}
      <ul aria-label={exportWords.keptBack} className={styles['kept']}>
        {entries.map(entry => (
          <li key={entry.id}>
            <SealMark of={entry} />
            <span dir="auto">{titleOrUntitled(entry)}</span>{' '}
            <span className={styles['day']}>
              {dayOfEntry(entry, locale)} · {exportWords.keptBackWhy[entry.why]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
