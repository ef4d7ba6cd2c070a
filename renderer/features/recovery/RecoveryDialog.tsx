import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { recoveryWords } from '../../words/recovery.ts';
import { CodeSheet } from './CodeSheet.tsx';
import styles from './Recovery.module.css';
import { useTypeBack } from './use-type-back.tsx';

interface RecoveryDialogProps {
  readonly code: string;
  /** It was put off. Nothing is lost: the vault shows the code until it is typed back or locked. */
  readonly onLater: () => void;
  readonly onConfirmed: () => void;
}

/** A new recovery code: kept outside of the computer, then typed back once. */
export function RecoveryDialog({ code, onLater, onConfirmed }: RecoveryDialogProps) {
  const [isTyping, setTyping] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const toTypeBack = useRef<HTMLButtonElement>(null);
  const wasTyping = useRef(false);
  useEffect(() => {
    if (isTyping) field.current?.focus();
    else if (wasTyping.current) toTypeBack.current?.focus();
    wasTyping.current = isTyping;
  }, [isTyping]);

  const { fields, buttons, submit } = useTypeBack({
    lead: recoveryWords.typeLead,
    field,
    otherwise: (
      <Button variant="quiet" onClick={() => setTyping(false)}>
        {recoveryWords.toCode}
      </Button>
    ),
    onRight: onConfirmed,
  });

  if (isTyping) {
    return (
      <Dialog title={recoveryWords.typeTitle} onClose={onLater} onSubmit={submit} footer={buttons}>
        {fields}
      </Dialog>
    );
  }
  return (
    <Dialog
      title={recoveryWords.title}
      onClose={onLater}
      footer={
        <>
          <Button variant="quiet" onClick={onLater}>
            {recoveryWords.later}
          </Button>
          <Button ref={toTypeBack} variant="primary" onClick={() => setTyping(true)}>
            {recoveryWords.toTypeBack}
          </Button>
        </>
      }
    >
      <p className={styles['lead']}>{recoveryWords.lead}</p>
      <CodeSheet code={code} />
    </Dialog>
  );
}
