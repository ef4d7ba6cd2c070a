import './api/no-eval.ts';
import './styles/global.css';
import { useEffect, useEffectEvent, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { AppError } from '#shared/errors.ts';
import type { AppEvent } from '#shared/ipc/bridge.ts';
import type { VaultOverview } from '#shared/domain/listed-vault.ts';
import { quickHide } from './actions/hide.ts';
import { actionFor } from './actions/keys.ts';
import { call } from './api/client.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { SafetyDialog } from './features/help/SafetyDialog.tsx';
import { RecoveryDialog } from './features/recovery/RecoveryDialog.tsx';
import { FailurePanel } from './features/unlock/FailurePanel.tsx';
import { RecoveryForm } from './features/unlock/RecoveryForm.tsx';
import { UnlockForm } from './features/unlock/UnlockForm.tsx';
import { VaultsDialog } from './features/vaults/VaultsDialog.tsx';
import { CreateVault } from './features/welcome/CreateVault.tsx';
import { Surroundings } from './ui/Surroundings.tsx';

type Door =
  | { readonly state: 'opening' }
  | { readonly state: 'absent' | 'locked' | 'recovering'; readonly folder: string }
  /** Open, with a new recovery code to be kept before anything else. */
  | { readonly state: 'newCode'; readonly code: string }
  | { readonly state: 'failed'; readonly error: AppError };

interface Found {
  readonly door: Door;
  readonly vaults: VaultOverview | null;
}

/** Looks where the window is: what the vault there is like, and which others there are. */
async function look(): Promise<Found> {
  const [status, overview] = await Promise.all([call('vault.status'), call('shell.vaults')]);
  const vaults = overview.ok ? overview.value : null;
  if (!status.ok) return { door: { state: 'failed', error: status.error }, vaults };
  const { state, folder } = status.value;
  if (state === 'unlocked') return { door: { state: 'opening' }, vaults };
  // Where a vault was made before, there is never one made in its place.
  const isGone = state === 'absent' && vaults?.mayCreate !== true;
  const gone: Door = { state: 'failed', error: { code: 'vault.unreachable' } };
  return { door: isGone ? gone : { state, folder }, vaults };
}

/**
 * Nothing here has to be saved. But a passphrase may be on its way, and the vault's answer comes
 * after it on the same line: what main asks the vault from then on takes it into account.
 */
async function answerFlush(asked: number): Promise<void> {
  await call('vault.status');
  await call('shell.flushed', { asked, saved: true });
}

/** The page before the vault is open: it knows the state of the vault, and nothing that is in it. */
function UnlockPage({ first }: { readonly first: Found }) {
  const [door, setDoor] = useState(first.door);
  const [vaults, setVaults] = useState(first.vaults);
  const [dialog, setDialog] = useState<'help' | 'vaults' | null>(null);
  const fail = (error: AppError) => setDoor({ state: 'failed', error });
  const help = () => setDialog('help');
  const other = () => setDialog('vaults');

  async function open() {
    setDoor({ state: 'opening' });
    await enter();
  }

  async function enter() {
    const reply = await call('shell.enter');
    if (!reply.ok) fail(reply.error);
  }

  async function lookAgain() {
    const next = await look();
    setVaults(next.vaults);
    if (next.door.state === 'opening') await open();
    else setDoor(next.door);
  }

  async function hide() {
    const error = await quickHide();
    if (error !== null) fail(error);
  }

  const hear = useEffectEvent((event: AppEvent) => {
    if (event.type === 'action' && event.id === 'vault.quickHide') void hide();
    if (event.type === 'vault-gone') fail({ code: 'vault.gone' });
    if (event.type === 'flush') void answerFlush(event.asked);
  });
  useEffect(() => window.bridge.subscribe(event => hear(event)), []);

  const goOn = useEffectEvent(enter);
  useEffect(() => {
    if (first.door.state === 'opening') void goOn();
  }, [first]);

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
          hasOthers={vaults !== null && vaults.vaults.length > 0}
          onCreated={() => void open()}
          onFailure={fail}
          onOther={other}
          onHelp={help}
        />
      )}
      {door.state === 'locked' && (
        <UnlockForm
          hasMoved={vaults?.hasMoved === true}
          onUnlocked={() => void open()}
          onFailure={fail}
          onRecovery={() => setDoor({ ...door, state: 'recovering' })}
          onOther={other}
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
          onOther={other}
          onHelp={help}
        />
      )}
      {dialog === 'help' && <SafetyDialog onClose={() => setDialog(null)} />}
      {dialog === 'vaults' && vaults !== null && (
        <VaultsDialog
          overview={vaults}
          isEmpty={door.state === 'absent'}
          onChange={setVaults}
          onTakenIn={() => {
            setDialog(null);
            void lookAgain();
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

const root = document.querySelector('#root');
if (root !== null) {
  const first = await look();
  createRoot(root).render(
    <Surroundings>
      <ErrorBoundary>
        <UnlockPage first={first} />
      </ErrorBoundary>
    </Surroundings>,
  );
}
