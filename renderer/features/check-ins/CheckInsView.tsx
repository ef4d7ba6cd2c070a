import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { startCheckIn } from '../../actions/navigate.ts';
import { queries, useCurrentJourney } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { checkInWords } from '../../words/check-ins.ts';
import { journeyName } from '../../words/journey-name.ts';
import { CheckInList } from './CheckInList.tsx';
import styles from './CheckInsView.module.css';

/** The check-ins of the journey, the newest first. */
export function CheckInsView() {
  const journey = useCurrentJourney();
  const [chosen, setWhose] = useState<'journey' | 'all'>('journey');
  const whose = journey === undefined ? 'all' : chosen;
  const { data: checkIns } = useQuery(
    queries.checkIns(whose === 'journey' ? (journey?.id ?? null) : null),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <div className={styles['words']}>
          <h1 ref={heading} tabIndex={-1} className={styles['title']}>
            {checkInWords.title}
          </h1>
          <p className={styles['lead']}>{checkInWords.lead}</p>
        </div>
        <div className={styles['tools']}>
          {journey !== undefined && (
            <Segments
              label={checkInWords.whose}
              value={whose}
              options={[
                { value: 'journey', label: journeyName(journey) },
                { value: 'all', label: checkInWords.all },
              ]}
              onChange={setWhose}
            />
          )}
          <Button variant="primary" icon="checkIns" onClick={() => void startCheckIn()}>
            {checkInWords.checkIn}
          </Button>
        </div>
      </div>
      {checkIns?.length === 0 && (
        <div className={styles['empty']}>
          <p className={styles['emptyTitle']}>
            {whose === 'journey' && journey !== undefined
              ? checkInWords.emptyHere(journeyName(journey))
              : checkInWords.empty}
          </p>
          <p>{checkInWords.emptyLead}</p>
        </div>
      )}
      {checkIns !== undefined && checkIns.length > 0 && (
        <CheckInList key={whose} checkIns={checkIns} />
      )}
    </div>
  );
}
