import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { queries, useCurrentJourney } from '../../api/queries.ts';
import { Segments } from '../../ui/Segments.tsx';
import { commitmentWords } from '../../words/commitments.ts';
import { journeyName } from '../../words/journey-name.ts';
import styles from './CommitmentsView.module.css';
import { isUnwritten } from './ledger.ts';
import { Ledger } from './Ledger.tsx';
import { NoCommitments } from './NoCommitments.tsx';

type Whose = 'journey' | 'all';

/** All commitments of the journey in one list, with what is due. */
export function CommitmentsView() {
  const journey = useCurrentJourney();
  const [chosen, setWhose] = useState<Whose>('journey');
  const whose = journey === undefined ? 'all' : chosen;
  const journeyId = whose === 'journey' ? (journey?.id ?? null) : null;
  const { data: lines } = useQuery(queries.commitments(journeyId));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isEmpty = lines?.every(isUnwritten) === true;

  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <div>
          <h1 ref={heading} tabIndex={-1} className={styles['title']}>
            {commitmentWords.title}
          </h1>
          <p className={styles['lead']}>{commitmentWords.lead}</p>
        </div>
        {journey !== undefined && (
          <Segments
            label={commitmentWords.whose}
            value={whose}
            options={[
              { value: 'journey', label: journeyName(journey) },
              { value: 'all', label: commitmentWords.all },
            ]}
            onChange={setWhose}
          />
        )}
      </div>
      {isEmpty && <NoCommitments journey={whose === 'journey' ? journey : undefined} />}
      {lines !== undefined && !isEmpty && (
        <Ledger key={journeyId} lines={lines} offersRepair={journey?.role !== 'was-hurt'} />
      )}
    </div>
  );
}
