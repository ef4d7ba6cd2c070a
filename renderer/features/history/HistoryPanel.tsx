import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '#shared/domain/day.ts';
import type { Entry } from '#shared/domain/entry.ts';
import type { RevisionSummary } from '#shared/domain/revision.ts';
import { describeThrown } from '../../api/describe-error.ts';
import { queries, useShellInfo } from '../../api/queries.ts';
import { Failure } from '../../ui/Failure.tsx';
import { historyWords } from '../../words/history.ts';
import styles from './HistoryPanel.module.css';
import { byDay, formatTime } from './versions.ts';
import { VersionPreview } from './VersionPreview.tsx';

/** The earlier texts of a letter: a list, and the one that is looked at. */
export function HistoryPanel({ entry }: { readonly entry: Entry }) {
  const { data: versions, error } = useQuery(queries.revisions(entry.id));
  const [shown, setShown] = useState<RevisionSummary | null>(null);
  if (error !== null) return <Failure {...describeThrown(error)} />;
  if (shown !== null) return <VersionPreview version={shown} onBack={() => setShown(null)} />;
  if (versions === undefined) return null;
  return (
    <div className={styles['history']}>
      <h2 className={styles['title']}>{historyWords.title}</h2>
      <p className={styles['lead']}>
        {versions.length === 0 ? historyWords.empty : historyWords.lead}
      </p>
      {versions.length > 0 && <Versions versions={versions} onShow={setShown} />}
    </div>
  );
}

interface VersionsProps {
  readonly versions: readonly RevisionSummary[];
  readonly onShow: (version: RevisionSummary) => void;
}

function Versions({ versions, onShow }: VersionsProps) {
  const { locale } = useShellInfo();
  return (
    <div role="group" aria-label={historyWords.list}>
      {byDay(versions).map(({ day, versions: ofDay }) => (
        <section key={day} className={styles['day']}>
          <h3 className={styles['dayName']}>{formatDay(day, locale)}</h3>
          <ul className={styles['list']}>
            {ofDay.map(version => (
              <li key={version.id}>
                <button
                  type="button"
                  className={styles['version']}
                  data-other={version.reason === 'conflict' || undefined}
                  onClick={() => onShow(version)}
                >
                  <span className={styles['time']}>{formatTime(version.keptAt, locale)}</span>
                  {version.wordCount !== null && (
                    <span className={styles['count']}>{historyWords.words(version.wordCount)}</span>
                  )}
                  <span className={styles['reason']}>{historyWords.reasons[version.reason]}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
