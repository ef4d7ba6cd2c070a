import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { words } from '../../words/en.ts';
import { unsavedWords } from '../../words/unsaved.ts';

interface UnsavedDialogProps {
  readonly where: keyof typeof unsavedWords.what;
  readonly onCopy: () => Promise<boolean>;
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

/** Asks before text is left behind that could not be saved. */
export function UnsavedDialog({ where, onCopy, onLeave, onClose }: UnsavedDialogProps) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const { title, text } = unsavedWords.what[where];
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button variant="danger" onClick={onLeave}>
            {unsavedWords.leave}
          </Button>
          {where === 'letter' && (
            <Button
              icon={copied === true ? 'check' : 'copy'}
              onClick={() => void onCopy().then(setCopied)}
            >
              {words.save.copy}
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            {unsavedWords.stay}
          </Button>
        </>
      }
    >
      <p>{text}</p>
      {copied !== null && <p role="status">{copied ? words.save.copied : words.save.notCopied}</p>}
    </Dialog>
  );
}
