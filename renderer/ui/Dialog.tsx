import { Dialog as Base } from '@base-ui/react/dialog';
import { createContext, useContext, useRef, useState } from 'react';
import type { ReactNode, RefObject, SubmitEvent } from 'react';
import { words } from '../words/en.ts';
import styles from './Dialog.module.css';
import { holdCaret } from './held-caret.ts';
import { IconButton } from './IconButton.tsx';
import { useCountAsOpen } from './open-dialogs.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly width?: 'small' | 'medium' | 'wide' | 'large' | 'full';
  readonly children: ReactNode;
  /** Buttons at the bottom; the place never scrolls away. */
  readonly footer?: ReactNode;
  /** Makes a form of it: Enter in a field, or a button in the footer that submits. */
  readonly onSubmit?: () => void;
  /** What has the focus at first; else the dialog itself, so that it is read out from its title. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** Where the focus goes when it is gone; else to what had it before. */
  readonly finalFocus?: RefObject<HTMLElement | null> | undefined;
  /** For a dialog that lays out its own title: it is read out, not shown. */
  readonly bare?: boolean;
  /** Near the top, where it stays as what is in it grows and shrinks; else in the middle. */
  readonly isAtTop?: boolean;
}

/** What lies above a dialog. It is drawn within it, so that Escape is for the uppermost alone. */
export const AboveDialog = createContext<ReactNode>(null);

/** A modal dialog: the focus stays in it, Escape closes it, and the focus goes back where it was. */
export function Dialog(props: DialogProps) {
  const { title, onClose, width = 'medium', children, footer, initialFocus, bare = false } = props;
  const { finalFocus, isAtTop = false, onSubmit } = props;
  const popup = useRef<HTMLDivElement>(null);
  const above = useContext(AboveDialog);
  const [below] = useState(pageBelow);
  const [giveCaretBack] = useState(holdCaret);
  const goBack = () => {
    // A page that came meanwhile has put the focus where it begins.
    if (below?.isConnected === false) return false;
    // It may be asked while it is there, and only its end shall move the caret.
    return popup.current?.isConnected === true || !giveCaretBack();
  };
  useCountAsOpen();
  const content = (
    <>
      {bare ? children : <div className={styles['body']}>{children}</div>}
      {footer !== undefined && <footer className={styles['footer']}>{footer}</footer>}
    </>
  );
  return (
    <Base.Root open onOpenChange={open => !open && onClose()}>
      <Base.Portal>
        {/* A dialog over another one has its own, or both would be read as one. */}
        <Base.Backdrop className={styles['scrim']} forceRender />
        <Base.Viewport className={styles['viewport']}>
          <Base.Popup
            className={styles['dialog']}
            data-width={width}
            data-at-top={isAtTop || undefined}
            ref={popup}
            initialFocus={initialFocus ?? popup}
            finalFocus={finalFocus ?? goBack}
          >
            {bare ? (
              <Base.Title className="visually-hidden">{title}</Base.Title>
            ) : (
              <header className={styles['header']}>
                <Base.Title className={styles['title']}>{title}</Base.Title>
                <Base.Close render={<IconButton icon="close" label={words.common.close} />} />
              </header>
            )}
            {onSubmit === undefined ? (
              content
            ) : (
              <form
                className={styles['form']}
                noValidate
                onSubmit={(event: SubmitEvent) => {
                  event.preventDefault();
                  onSubmit();
                }}
              >
                {content}
              </form>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
      <AboveDialog value={null}>{above}</AboveDialog>
    </Base.Root>
  );
}

/** The page that lies below all dialogs. */
const pageBelow = (): Element | null => document.querySelector('main')?.lastElementChild ?? null;
