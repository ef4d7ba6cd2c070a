import { useState, useSyncExternalStore } from 'react';
import type { AppError } from '#shared/errors.ts';
import { lockVault, openLetter } from '../../actions/navigate.ts';
import { describeError } from '../../api/describe-error.ts';
import { useUi } from '../../state/ui-store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { words } from '../../words/en.ts';
import type { OpenLetter } from './open-letter.ts';

/** What helps: to try again, to keep both copies, or to lock and open the vault anew. */
function remedyFor({ code }: AppError): 'retry' | 'saveAsNew' | 'lock' {
  if (code === 'entry.conflict' || code === 'entry.notFound') return 'saveAsNew';
  if (code === 'vault.gone' || code === 'vault.locked') return 'lock';
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
