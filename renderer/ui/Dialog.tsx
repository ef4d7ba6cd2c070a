import { Dialog as Base } from '@base-ui/react/dialog';
import { createContext, useContext, useRef, type ReactNode, type RefObject } from 'react';
import { words } from '../words/en.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly width?: 'small' | 'medium' | 'wide' | 'large' | 'full';
  readonly children: ReactNode;
  /** Buttons at the bottom; the place never scrolls away. */
  readonly footer?: ReactNode;
  /** What has the focus at first; else the dialog itself, so that it is read out from its title. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** For a dialog that lays out its own title: it is read out, not shown. */
  readonly bare?: boolean;
}

/** What lies above a dialog. It is drawn within it, so that Escape is for the uppermost alone. */
export const AboveDialog = createContext<ReactNode>(null);

/** A modal dialog: the focus stays in it, Escape closes it, and the focus goes back where it was. */
export function Dialog(props: DialogProps) {
  const { title, onClose, width = 'medium', children, footer, initialFocus, bare = false } = props;
  const popup = useRef<HTMLDivElement>(null);
  const above = useContext(AboveDialog);
  return (
    <Base.Root open onOpenChange={open => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles['scrim']} />
        <Base.Viewport className={styles['viewport']}>
          <Base.Popup
            className={styles['dialog']}
            data-width={width}
            ref={popup}
            initialFocus={initialFocus ?? popup}
          >
            {bare ? (
              <Base.Title className="visually-hidden">{title}</Base.Title>
            ) : (
              <header className={styles['header']}>
                <Base.Title className={styles['title']}>{title}</Base.Title>
                <Base.Close render={<IconButton icon="close" label={words.common.close} />} />
              </header>
            )}
            {bare ? children : <div className={styles['body']}>{children}</div>}
            {footer !== undefined && <footer className={styles['footer']}>{footer}</footer>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
      <AboveDialog value={null}>{above}</AboveDialog>
    </Base.Root>
  );
}
