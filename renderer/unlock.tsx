import './api/no-eval.ts';
import './styles/global.css';
import { useEffect, useEffectEvent, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { AppError } from '#shared/errors.ts';
import type { AppEvent } from '#shared/ipc/bridge.ts';
import type { Reply } from '#shared/ipc/contract.ts';
import { quickHide } from './actions/hide.ts';
import { actionFor } from './actions/keys.ts';
import { call } from './api/client.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { SafetyDialog } from './features/help/SafetyDialog.tsx';
import { RecoveryDialog } from './features/recovery/RecoveryDialog.tsx';
import { FailurePanel } from './features/unlock/FailurePanel.tsx';
import { RecoveryForm } from './features/unlock/RecoveryForm.tsx';
import { UnlockForm } from './features/unlock/UnlockForm.tsx';
import { CreateVault } from './features/welcome/CreateVault.tsx';
import { Surroundings } from './ui/Surroundings.tsx';

type Door =
  | { readonly state: 'opening' }
  | { readonly state: 'absent' | 'locked' | 'recovering'; readonly folder: string }
  /** Open, with a new recovery code to be kept before anything else. */
  | { readonly state: 'newCode'; readonly code: string }
  | { readonly state: 'failed'; readonly error: AppError };

const doorOf = (reply: Reply<'vault.status'>): Door => {
  if (!reply.ok) return { state: 'failed', error: reply.error };
  const { state, folder } = reply.value;
  return state === 'unlocked' ? { state: 'opening' } : { state, folder };
};

/** The page before the vault is open: it knows the state of the vault, and nothing that is in it. */
function UnlockPage({ first }: { readonly first: Door }) {
  const [door, setDoor] = useState(first);
  const [helpOpen, setHelpOpen] = useState(false);
  const fail = (error: AppError) => setDoor({ state: 'failed', error });
  const help = () => setHelpOpen(true);

  async function open() {
    setDoor({ state: 'opening' });
    const reply = await call('shell.enter');
    if (!reply.ok) fail(reply.error);
  }

  async function lookAgain() {
    const next = doorOf(await call('vault.status'));
    if (next.state === 'opening') await open();
    else setDoor(next);
  }

  async function hide() {
    const error = await quickHide();
    if (error !== null) fail(error);
  }

  const hear = useEffectEvent((event: AppEvent) => {
    if (event.type === 'action' && event.id === 'vault.quickHide') void hide();
    if (event.type === 'vault-gone') fail({ code: 'vault.gone' });
    // Nothing here has to be saved before the window closes.
    if (event.type === 'flush') void call('shell.flushed', { saved: true });
  });
  useEffect(() => window.bridge.subscribe(event => hear(event)), []);

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (actionFor(event) !== 'vault.quickHide') return;
    event.preventDefault();
    void hide();
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);

  return (
    <>
      {door.state === 'absent' && (
        <CreateVault
          folder={door.folder}
          onCreated={() => void open()}
          onFailure={fail}
          onHelp={help}
        />
      )}
      {door.state === 'locked' && (
        <UnlockForm
          onUnlocked={() => void open()}
          onFailure={fail}
          onRecovery={() => setDoor({ ...door, state: 'recovering' })}
          onHelp={help}
        />
      )}
      {door.state === 'recovering' && (
        <RecoveryForm
          onUnlocked={code => {
            if (code === null) void open();
            else setDoor({ state: 'newCode', code });
          }}
          onFailure={fail}
          onBack={() => setDoor({ ...door, state: 'locked' })}
        />
      )}
      {door.state === 'newCode' && (
        <RecoveryDialog
          code={door.code}
          onLater={() => void open()}
          onConfirmed={() => void open()}
        />
      )}
      {door.state === 'failed' && (
        <FailurePanel
          error={door.error}
          onTryAgain={() => void lookAgain()}
          onOpened={() => void open()}
          onHelp={help}
        />
      )}
      {helpOpen && <SafetyDialog onClose={() => setHelpOpen(false)} />}
    </>
  );
}

const root = document.querySelector('#root');
if (root !== null) {
  const first = doorOf(await call('vault.status'));
  if (first.state === 'opening') void call('shell.enter');
  createRoot(root).render(
    <Surroundings>
      <ErrorBoundary>
        <UnlockPage first={first} />
      </ErrorBoundary>
    </Surroundings>,
  );
}
