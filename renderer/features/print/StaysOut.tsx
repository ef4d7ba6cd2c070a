import { useQuery } from '@tanstack/react-query';
import type { Copy } from '#shared/domain/audience.ts';
import type { Removal } from '#shared/domain/export.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { printWords as words } from '../../words/print.ts';
import { copies } from './queries.ts';
import styles from './StaysOut.module.css';

interface StaysOutProps {
  readonly id: EntryId;
  readonly copy: Copy;
  readonly onCopy: (copy: Copy) => void;
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
}

const ANYONE: Copy = { audience: 'for-partner', withPrivate: false };

/** What a copy does not hold; and of one's own copy, that it holds more than another would. */
export function StaysOut({ id, copy, onCopy, isShown, onShow }: StaysOutProps) {
  const isMine = copy.audience === 'for-me';
  const { data } = useQuery(copies.letter(id, isMine ? ANYONE : copy));
  const removals = (data?.removals ?? []).filter(({ why }) => why !== 'help');
  const mayAdd =
    copy.audience === 'for-counsellor' &&
    (copy.withPrivate || removals.some(({ why }) => why === 'private'));
  if (isMine) {
    return removals.length === 0 ? null : <Notice>{words.holdsPrivate(removals.length)}</Notice>;
  }
  return (
    <>
      {mayAdd && (
        <Switch
          label={words.withPrivate}
          checked={copy.withPrivate}
          onChange={withPrivate => onCopy({ ...copy, withPrivate })}
        />
      )}
      {removals.length > 0 && (
        <Notice>
          <p className={styles['count']}>{words.staysOut(removals.length)}</p>
          <ul className={styles['removals']}>
            {removals.map((removal, index) => (
              <RemovalLine key={index} removal={removal} />
            ))}
          </ul>
          <Button
            size="small"
            icon={isShown ? 'letter' : 'show'}
            aria-pressed={isShown}
            onClick={() => onShow(!isShown)}
          >
            {isShown ? words.showPages : words.showInLetter}
          </Button>
        </Notice>
      )}
    </>
  );
}

function RemovalLine({ removal }: { readonly removal: Removal }) {
  const { what, section, why, text } = removal;
  return (
    <li className={styles['removal']} title={text}>
      <span className={styles['text']} dir="auto">
        {what === 'section' ? words.wholeSection(section) : text}
      </span>
      <span className={styles['why']}>{words.why[why]}</span>
    </li>
  );
}
