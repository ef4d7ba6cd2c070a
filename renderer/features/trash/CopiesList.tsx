import { dayOf, formatDay } from '#shared/domain/day.ts';
import type { CopiesThatHold } from '#shared/domain/trash.ts';
import { useShellInfo } from '../../api/queries.ts';
import { trashWords } from '../../words/trash.ts';
import styles from './LetGoDialog.module.css';

interface CopiesListProps {
  readonly lead: string;
  readonly held: CopiesThatHold;
}

const text = trashWords.dialog;

/** Where a piece of writing is besides the vault, each copy with its day and its place. */
export function CopiesList({ lead, held: { copies, unreachable } }: CopiesListProps) {
  const { locale } = useShellInfo();
  return (
    <div>
      {copies.length > 0 && (
        <>
          <p>{lead}</p>
          <ul className={styles['copies']}>
            {copies.map(({ path, kind, madeAt, holds }) => (
              <li key={path}>
                {text.copyKinds[kind]}, {formatDay(dayOf(new Date(madeAt)), locale)}
                {text.holds[holds] !== null && <small>{text.holds[holds]}</small>}
                <small>{path}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      {unreachable !== null && (
        <p className={styles['unreachable']}>{text.unreachable(unreachable)}</p>
      )}
    </div>
  );
}
