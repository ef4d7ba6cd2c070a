import { useQuery } from '@tanstack/react-query';
import type { EntryId } from '#shared/domain/ids.ts';
import { goTo } from '../../actions/navigate.ts';
import { appErrorOf } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { words } from '../../words/en.ts';
import styles from './EntryView.module.css';
import { SealedLetter } from './SealedLetter.tsx';
import { LetterDesk, type LetterSurroundings } from './LetterDesk.tsx';

export interface EntryViewProps extends LetterSurroundings {
  readonly id: EntryId;
  readonly opening: number;
  readonly reveal: readonly string[];
}

/** One piece of writing, open to be read and written. */
export function EntryView({ id, opening, ...rest }: EntryViewProps) {
  const { data: entry, error } = useQuery(queries.opened(id, opening));
  if (error !== null) {
    const failure = appErrorOf(error);
    if (failure.code === 'entry.sealed') return <SealedLetter id={id} until={failure.until} />;
    const { title, next } = describeError(failure);
    return (
      <div className={styles['gone']} role="alert">
        <h1>{title}</h1>
        <p>{next}</p>
        <Button autoFocus onClick={() => void goTo({ name: 'writing' })}>
          {words.entry.gone}
        </Button>
      </div>
    );
  }
  return entry === undefined ? null : <LetterDesk key={opening} entry={entry} {...rest} />;
}
