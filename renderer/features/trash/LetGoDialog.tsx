import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CopiesThatHold, TrashedEntry } from '#shared/domain/trash.ts';
import type { AppError } from '#shared/errors.ts';
import { letGo } from '../../actions/trash.ts';
import { call } from '../../api/client.ts';
import { describeError, describeThrown } from '../../api/describe-error.ts';
import { queries, useOwnTemplates } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { showToast } from '../../ui/Toast.tsx';
import { entryTitle } from '../../words/entry-title.ts';
import { trashWords } from '../../words/trash.ts';
import { CopiesList } from './CopiesList.tsx';
import styles from './LetGoDialog.module.css';
import { StillHeld } from './StillHeld.tsx';

interface LetGoDialogProps {
  /** At least one. */
  readonly entries: readonly TrashedEntry[];
  readonly onClose: (isGone: boolean) => void;
}

type Step =
  | { readonly at: 'asking'; readonly failure: AppError | null }
  | { readonly at: 'erasing' }
  /** The vault holds it no more; its copies do, all of them or some. */
  | { readonly at: 'held'; readonly by: CopiesThatHold }
  | { readonly at: 'failed'; readonly failure: AppError };

const text = trashWords.dialog;

/** Says plainly what letting go means, asks once, and does it, in the backups too if that is wanted. */
export function LetGoDialog({ entries, onClose }: LetGoDialogProps) {
  const ids = entries.map(({ id }) => id);
  const keep = useRef<HTMLButtonElement>(null);
  const own = useOwnTemplates();
  const { data: held, error } = useQuery(queries.copiesThatHold(ids));
  const { movedFrom } = useSuspenseQuery(queries.vaults).data;
  const [step, setStep] = useState<Step>({ at: 'asking', failure: null });
  const [fromBackups, setFromBackups] = useState(false);

  async function erase() {
    setStep({ at: 'erasing' });
    const failure = await letGo(ids);
    if (failure !== null) setStep({ at: 'asking', failure });
    else if (fromBackups) await eraseFromBackups();
    else finish(trashWords.toast.letGo(entries.length));
  }

  async function eraseFromBackups() {
    setStep({ at: 'erasing' });
    const reply = await call('snapshots.removeThoseThatHold', ids);
    if (!reply.ok) setStep({ at: 'failed', failure: reply.error });
    else if (isHeld(reply.value)) setStep({ at: 'held', by: reply.value });
    else finish(trashWords.toast.letGoEverywhere(entries.length));
  }

  function finish(title: string) {
    showToast({ title });
    onClose(true);
  }

  if (step.at === 'held' || step.at === 'failed') {
    return (
      <StillHeld
        by={step.at === 'held' ? step.by : null}
        failure={step.at === 'failed' ? step.failure : null}
        onAgain={() => void eraseFromBackups()}
        onClose={() => onClose(true)}
      />
    );
  }
  const removable = held?.copies.filter(({ holds }) => holds === 'surely').length ?? 0;
  return (
    <Dialog
      title={text.title(entries.length)}
      width="small"
      initialFocus={keep}
      onClose={() => onClose(false)}
      footer={
        <>
          <Button ref={keep} onClick={() => onClose(false)}>
            {text.keep(entries.length)}
          </Button>
          <Button
            variant="danger"
            busy={step.at === 'erasing'}
            disabled={held === undefined && error === null}
            onClick={() => void erase()}
          >
            {step.at === 'erasing' ? text.erasing : text.erase(entries.length)}
          </Button>
        </>
      }
    >
      <div className={styles['text']}>
        <p dir="auto">{whatGoes(entries, own)}</p>
        <p>{entries.length === 1 ? text.pictures : text.picturesOfSeveral}</p>
        <p className={styles['final']}>{text.final}</p>
        {held === undefined && error === null && <p>{text.looking}</p>}
        {error !== null && (
          <>
            <p>{text.notLooked}</p>
            <Failure {...describeThrown(error)} />
          </>
        )}
        {held !== undefined && !isHeld(held) && <p>{text.noCopies}</p>}
        {held !== undefined && isHeld(held) && (
          <CopiesList
            lead={entries.length === 1 ? text.copies : text.copiesOfSeveral}
            held={held}
          />
        )}
        {removable > 0 && (
          <Switch
            label={text.fromBackups(removable)}
            hint={text.fromBackupsHint}
            checked={fromBackups}
            onChange={setFromBackups}
          />
        )}
        {movedFrom !== null && <p className={styles['place']}>{text.movedFrom(movedFrom)}</p>}
        <p>{text.elsewhere}</p>
        {step.at === 'asking' && step.failure !== null && (
          <Failure {...describeError(step.failure)} />
        )}
      </div>
    </Dialog>
  );
}

/** By its name, if it is one and shows its name. */
function whatGoes(entries: readonly TrashedEntry[], own: Parameters<typeof entryTitle>[1]): string {
  const [first, second] = entries;
  if (first === undefined || second !== undefined) return text.several(entries.length);
  return first.sealedUntil === null ? text.named(entryTitle(first, own)) : text.sealed;
}

const isHeld = ({ copies, unreachable }: CopiesThatHold): boolean =>
  copies.length > 0 || unreachable !== null;
