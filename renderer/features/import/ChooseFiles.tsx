import { importWords } from '../../words/import.ts';
import styles from './Import.module.css';

/** What can come in, before anything was chosen. */
export function ChooseFiles() {
  return (
    <>
      <p className={styles['lead']}>{importWords.lead}</p>
      <section>
        <h3 className={styles['partTitle']}>{importWords.kindsTitle}</h3>
        <ul className={styles['bullets']}>
          {importWords.kinds.map(kind => (
            <li key={kind}>{kind}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
