import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { words } from '../../words/en.ts';

interface UnsavedDialogProps {
  readonly onCopy: () => Promise<boolean>;
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

/** Asks before text is left behind that could not be saved. */
export function UnsavedDialog({ onCopy, onLeave, onClose }: UnsavedDialogProps) {
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <Dialog
      title={words.unsaved.title}
      onClose={onClose}
      footer={
        <>
          <Button variant="danger" onClick={onLeave}>
            {words.unsaved.leave}
          </Button>
          <Button
            icon={copied === true ? 'check' : 'copy'}
            onClick={() => void onCopy().then(setCopied)}
          >
            {words.save.copy}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {words.unsaved.stay}
          </Button>
        </>
      }
    >
      <p>{words.unsaved.text}</p>
      {copied !== null && <p role="status">{copied ? words.save.copied : words.save.notCopied}</p>}
    </Dialog>
  );
}
