import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { dayOf, formatDay } from '#shared/domain/day.ts';
import type { RevisionSummary } from '#shared/domain/revision.ts';
import { openVersionAsNew, restoreVersion } from '../../actions/history.ts';
import { describeThrown } from '../../api/describe-error.ts';
import { queries, useShellInfo } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { historyWords } from '../../words/history.ts';
import styles from './HistoryPanel.module.css';
import { ReadOnlyText } from './ReadOnlyText.tsx';
import { formatTime } from './versions.ts';

interface VersionPreviewProps {
  readonly version: RevisionSummary;
  readonly onBack: () => void;
}

/** One earlier text, to be read, and brought back if it is the one that is wanted. */
export function VersionPreview({ version, onBack }: VersionPreviewProps) {
  const { locale } = useShellInfo();
  const { data: revision, error } = useQuery(queries.revision(version.id));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const day = formatDay(dayOf(new Date(version.keptAt)), locale);
  return (
    <div className={styles['history']}>
      <div className={styles['back']}>
        <Button variant="quiet" size="small" icon="back" onClick={onBack}>
          {historyWords.back}
        </Button>
      </div>
      <div>
        <h2 ref={heading} tabIndex={-1} className={styles['title']}>
          {day}, {formatTime(version.keptAt, locale)}
        </h2>
        <p className={styles['reason']} data-other={version.reason === 'conflict' || undefined}>
          {historyWords.reasons[version.reason]}
        </p>
      </div>
      {error !== null && <Failure {...describeThrown(error)} />}
      {revision !== undefined && (
        <>
          <Choices version={version} />
          <article className={styles['sheet']} aria-label={historyWords.preview}>
            <h3 className={styles['sheetTitle']} dir="auto">
              {revision.title.trim() === '' ? historyWords.untitled : revision.title}
            </h3>
            <ReadOnlyText document={revision.document} />
          </article>
        </>
      )}
    </div>
  );
}

/** A text from another copy is first of all one to be compared. */
function Choices({ version }: { readonly version: RevisionSummary }) {
  const isOther = version.reason === 'conflict';
  return (
    <div className={styles['choices']}>
      {isOther && (
        <Button icon="letter" onClick={() => void openVersionAsNew(version.id)}>
          {historyWords.asNew}
        </Button>
      )}
      <Button
        icon="history"
        variant={isOther ? 'quiet' : 'plain'}
        onClick={() => void restoreVersion(version.id)}
      >
        {historyWords.restore}
      </Button>
      <p className={styles['hint']}>{historyWords.restoreHint}</p>
    </div>
  );
}
