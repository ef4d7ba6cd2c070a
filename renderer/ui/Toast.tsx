import { Toast as Base } from '@base-ui/react/toast';
import { words } from '../words/en.ts';
import { IconButton } from './IconButton.tsx';
import { uppermostDialog, useUppermostDialog } from './open-dialogs.ts';
import styles from './Toast.module.css';

interface ToastMessage {
  readonly title: string;
  readonly description?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Takes the message away early, because its action would have nothing to act on. */
  readonly until?: AbortSignal;
}

interface ToastData {
  /** The dialog that it was said over, or null. One that opens later hides it, for as long as both are there. */
  readonly over: string | null;
}

const manager = Base.createToastManager<ToastData>();

/** The toast whose action takes the last change back. Only the last one can be taken back. */
let undoable: string | undefined;

/** Takes away an action that would now take back something else. */
export function withdrawUndo(): void {
  if (undoable !== undefined) manager.close(undoable);
  undoable = undefined;
}

/** Says that something was done, for a few seconds; an action, such as "Undo", takes it back. */
export function showToast({ title, description, action, until }: ToastMessage): void {
  if (action !== undefined) withdrawUndo();
  const id = manager.add({
    title,
    description,
    timeout: action === undefined ? 5_000 : 10_000,
    data: { over: uppermostDialog() },
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          manager.close(id);
          action.run();
        },
      },
    }),
  });
  until?.addEventListener('abort', () => manager.close(id));
  if (action !== undefined) undoable = id;
}

/** The place where toasts appear. It stands once in a page. */
export function Toasts() {
  const uppermost = useUppermostDialog();
  return (
    <Base.Provider toastManager={manager} limit={2}>
      <Base.Portal>
        <Base.Viewport
          className={styles['viewport']}
          data-over-dialog={uppermost !== null || undefined}
        >
          <ToastList uppermost={uppermost} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList({ uppermost }: { readonly uppermost: string | null }) {
  const { toasts } = Base.useToastManager<ToastData>();
  return toasts.map(toast => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className={styles['toast']}
      data-below={(uppermost !== null && uppermost !== toast.data?.over) || undefined}
    >
      <Base.Content className={styles['content']}>
        <div className={styles['words']}>
          <Base.Title className={styles['title']} />
          <Base.Description className={styles['description']} />
        </div>
        <Base.Action className={styles['action']} />
        <Base.Close render={<IconButton icon="close" label={words.common.dismiss} />} />
      </Base.Content>
    </Base.Root>
  ));
}
