import type { Day } from '#shared/domain/day.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { goTo } from '../../actions/navigate.ts';
import { openSealedLetter } from '../../actions/sealing.ts';
import { useShellInfo } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { sealingWords, untilDay } from '../../words/sealing.ts';
import styles from './SealedLetter.module.css';

interface SealedLetterProps {
  readonly id: EntryId;
  readonly until: Day;
}

/** In the place of a letter that is put away. What the person meant to do then comes first. */
export function SealedLetter({ id, until }: SealedLetterProps) {
  const { locale } = useShellInfo();
  return (
    <div className={styles['page']}>
      <span className={styles['envelope']}>
        <Icon name="sealed" size={34} />
      </span>
      <h1 className={styles['title']}>{sealingWords.name}</h1>
      <p className={styles['lead']}>{sealingWords.page.lead(untilDay(until, locale))}</p>
      <p className={styles['detail']}>{sealingWords.page.detail}</p>
      <div className={styles['buttons']}>
        <Button variant="primary" autoFocus onClick={() => void goTo({ name: 'writing' })}>
          {sealingWords.page.leave}
        </Button>
        <Button variant="quiet" onClick={() => void openSealedLetter(id)}>
          {sealingWords.page.open}
        </Button>
      </div>
    </div>
  );
}
