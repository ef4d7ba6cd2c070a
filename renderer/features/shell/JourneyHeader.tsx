import { askWhomItIsAbout } from '../../actions/navigate.ts';
import { useCurrentJourney } from '../../api/queries.ts';
import { Leaf } from '../../ui/Leaf.tsx';
import { words } from '../../words/en.ts';
import styles from './JourneyHeader.module.css';

/** Whom the writing is about; or, if that was skipped, the way to say so later. */
export function JourneyHeader() {
  const journey = useCurrentJourney();
  if (journey === undefined) {
    return (
      <div className={styles['journey']}>
        <span className={styles['dot']}>
          <Leaf size={20} />
        </span>
        <div className={styles['words']}>
          <b className={styles['name']}>{words.app}</b>
          <button type="button" className={styles['ask']} onClick={() => void askWhomItIsAbout()}>
            {words.introduction.ask}
          </button>
        </div>
      </div>
    );
  }
  const { personName, relationship, role } = journey;
  const name = personName === '' ? words.journey.relationships[relationship] : personName;
  return (
    <div className={styles['journey']}>
      <span className={styles['dot']} aria-hidden>
        {Array.from(name)[0]?.toLocaleUpperCase()}
      </span>
      <div className={styles['words']}>
        <b className={styles['name']} dir="auto">
          {name}
        </b>
        <small className={styles['line']}>{words.journey.line(relationship, role)}</small>
      </div>
    </div>
  );
}
