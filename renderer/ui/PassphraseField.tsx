import { useState, type ComponentProps, type KeyboardEvent } from 'react';
import { words } from '../words/en.ts';
import { IconButton } from './IconButton.tsx';
import styles from './PassphraseField.module.css';
import { TextField } from './TextField.tsx';

interface PassphraseFieldProps extends Omit<ComponentProps<typeof TextField>, 'type' | 'end'> {
  /** Shown in clear from the start, for example one that was just suggested. */
  readonly shown?: boolean;
  readonly onShownChange?: (shown: boolean) => void;
}

/** A passphrase: hidden until the eye is pressed, with a word when Caps Lock is on. */
export function PassphraseField({ shown, onShownChange, ...rest }: PassphraseFieldProps) {
  const [ownShown, setOwnShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const isShown = shown ?? ownShown;
  const look = (event: KeyboardEvent) => {
    setCapsLock(event.getModifierState('CapsLock'));
  };
  return (
    <div>
      <TextField
        {...rest}
        type={isShown ? 'text' : 'password'}
        placeholder=" "
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={1024}
        onKeyDown={look}
        onKeyUp={look}
        end={
          <IconButton
            icon={isShown ? 'hide' : 'show'}
            label={words.passphrase.show}
            pressed={isShown}
            onClick={() => (onShownChange ?? setOwnShown)(!isShown)}
          />
        }
      />
      {capsLock && (
        <p className={styles['capsLock']} role="status">
          {words.passphrase.capsLock}
        </p>
      )}
    </div>
  );
}
