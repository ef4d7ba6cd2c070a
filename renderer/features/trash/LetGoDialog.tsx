import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { dayOf, formatDay } from '#shared/domain/day.ts';
import type { HoldingCopy, TrashedEntry } from '#shared/domain/trash.ts';
import type { AppError } from '#shared/errors.ts';
import { letGo } from '../../actions/trash.ts';
import { describeError } from '../../api/describe-error.ts';
import { queries, useOwnTemplates, useShellInfo } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { entryTitle } from '../../words/entry-title.ts';
import { trashWords } from '../../words/trash.ts';
import styles from './LetGoDialog.module.css';

interface LetGoDialogProps {
  readonly entry: TrashedEntry;
  readonly onClose: (isGone: boolean) => void;
}

const text = trashWords.dialog;

/** Says plainly what letting go means, and asks once. */
export function LetGoDialog({ entry, onClose }: LetGoDialogProps) {
  const keep = useRef<HTMLButtonElement>(null);
  const own = useOwnTemplates();
  const copies = useQuery(queries.copiesThatHold(entry.id)).data;
  const [isErasing, setErasing] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);

  async function erase() {
    setErasing(true);
    const error = await letGo(entry.id);
    setErasing(false);
    setFailure(error);
    if (error === null) onClose(true);
  }

  return (
    <Dialog
      title={text.title}
      width="small"
      initialFocus={keep}
      onClose={() => onClose(false)}
      footer={
        <>
          <Button ref={keep} onClick={() => onClose(false)}>
            {text.keep}
          </Button>
          <Button variant="danger" busy={isErasing} onClick={() => void erase()}>
            {isErasing ? text.erasing : text.erase}
          </Button>
        </>
      }
    >
      <div className={styles['text']}>
        <p dir="auto">{text.named(entryTitle(entry, own))}</p>
        <p>{text.pictures}</p>
        <p className={styles['final']}>{text.final}</p>
        {copies === undefined && <p>{text.looking}</p>}
        {copies?.length === 0 && <p>{text.noCopies}</p>}
        {copies !== undefined && copies.length > 0 && <Copies copies={copies} />}
        <p>{text.elsewhere}</p>
        {failure !== null && <Failure {...describeError(failure)} />}
      </div>
    </Dialog>
  );
}

function Copies({ copies }: { readonly copies: readonly HoldingCopy[] }) {
  const { locale } = useShellInfo();
  return (
    <div>
      <p>{text.copies}</p>
      <ul className={styles['copies']}>
        {copies.map(({ path, kind, madeAt }) => (
          <li key={path}>
            {text.copyKinds[kind]}, {formatDay(dayOf(new Date(madeAt)), locale)}
            <small>{path}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
