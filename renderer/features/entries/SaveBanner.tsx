import { useState, useSyncExternalStore } from 'react';
import type { AppError } from '#shared/errors.ts';
import { lockVault, openLetter } from '../../actions/navigate.ts';
import { describeError } from '../../api/describe-error.ts';
import { useUi } from '../../state/ui-store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { words } from '../../words/en.ts';
import { historyWords } from '../../words/history.ts';
import type { OpenLetter } from './open-letter.ts';

/** What helps: to try again, to keep both copies, to go back to what is saved, or to lock and open the vault anew. */
function remedyFor(error: AppError): 'retry' | 'saveAsNew' | 'reopen' | 'lock' {
  const { code } = error;
  if (code === 'entry.conflict' || code === 'entry.notFound') return 'saveAsNew';
  if (code === 'entry.emptied') return 'reopen';
  if (code === 'vault.gone' || code === 'vault.locked') return 'lock';
  // The vault writes nothing more into a file that it can not trust, until it is opened again.
  if (code === 'vault.databaseReplaced' || code === 'vault.databaseDamaged') return 'lock';
  if (code === 'disk.failed' && error.reason.endsWith('FSYNC')) return 'lock';
  return 'retry';
}

/** Stays for as long as the newest text is not on the disk because saving failed. */
export function SaveBanner({ letter }: { readonly letter: OpenLetter }) {
  const status = useSyncExternalStore(letter.saver.subscribe, letter.saver.status);
  const vaultGone = useUi(state => state.vaultGone);
  if (vaultGone) {
    const isSaved = status.name === 'saved';
    return <Trouble letter={letter} error={{ code: 'vault.gone' }} isSaved={isSaved} />;
  }
  return status.name === 'failed' ? <Trouble letter={letter} error={status.error} /> : null;
}

interface TroubleProps {
  readonly letter: OpenLetter;
  readonly error: AppError;
  /** The newest text is on the disk all the same. */
  readonly isSaved?: boolean;
}

function Trouble({ letter, error, isSaved = false }: TroubleProps) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const { title, kept, next } = describeError(error, 'letter');
  const remedy = remedyFor(error);

  async function saveAsNew() {
    const saved = await letter.saveAsNew();
    setRefusal(saved.ok ? null : saved.error);
    if (!saved.ok) return;
    letter.discard();
    await openLetter(saved.value);
  }

  async function reopen() {
    // What was written since is kept, in the letter or beside it.
    if (!(await letter.flush())) letter.discard();
    await openLetter(letter.id);
  }

  return (
    <Banner
      title={isSaved ? title : words.save.notSaved(title)}
      actions={
        <>
          {remedy === 'retry' && (
            <Button size="small" icon="retry" onClick={() => void letter.flush()}>
              {words.common.tryAgain}
            </Button>
          )}
          {remedy === 'saveAsNew' && (
            <Button size="small" icon="letter" onClick={() => void saveAsNew()}>
              {words.save.asNew}
            </Button>
          )}
          {remedy === 'reopen' && (
            <Button size="small" icon="letter" onClick={() => void reopen()}>
              {historyWords.showSaved}
            </Button>
          )}
          {remedy === 'lock' && (
            <Button size="small" icon="lock" onClick={() => void lockVault()}>
              {words.save.lock}
            </Button>
          )}
          <Button
            size="small"
            icon={copied === true ? 'check' : 'copy'}
            onClick={() => void letter.copyText().then(setCopied)}
          >
            {words.save.copy}
          </Button>
        </>
      }
    >
      <p>
        {kept} {next}
      </p>
      {refusal !== null && (
        <p role="status">{words.save.notAsNew(describeError(refusal, 'letter').title)}</p>
      )}
      {copied !== null && <p>{copied ? words.save.copied : words.save.notCopied}</p>}
    </Banner>
  );
}
