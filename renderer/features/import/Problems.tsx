import type { ImportPreview } from '#shared/domain/import.ts';
import { importWords } from '../../words/import.ts';
import styles from './Import.module.css';

/** As many as one reads; the rest is a number. */
const SHOWN = 20;

/** What could not be read, each with its place and the reason. */
export function Problems({ preview }: { readonly preview: ImportPreview }) {
  const { problems, problemCount } = preview;
  if (problemCount === 0) return null;
  const shown = problems.slice(0, SHOWN);
  return (
    <section>
      <h3 className={styles['partTitle']}>{importWords.problemsTitle(problemCount)}</h3>
      <ul className={styles['bullets']}>
        {shown.map((problem, index) => (
          <li key={index} dir="auto">
            {importWords.problem(problem)}
          </li>
        ))}
        {problemCount > shown.length && (
          <li>{importWords.problemsMore(problemCount - shown.length)}</li>
        )}
      </ul>
    </section>
  );
}

/** What the files hold and a letter does not. */
export function Losses({ losses }: Pick<ImportPreview, 'losses'>) {
  if (losses.length === 0) return null;
  return (
    <section>
      <h3 className={styles['partTitle']}>{importWords.lossesTitle}</h3>
      <ul className={styles['bullets']}>
        {losses.map(({ what, count }) => (
          <li key={what}>{importWords.losses[what](count)}</li>
        ))}
      </ul>
    </section>
  );
}
