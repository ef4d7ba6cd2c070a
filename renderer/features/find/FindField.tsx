import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { FramedInput } from '../../ui/FramedInput.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import styles from './FindBar.module.css';

/** Nobody looks for more; a whole page may be pasted by mistake. */
const LONGEST = 500;

interface FindFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly icon: IconName;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter: (event: KeyboardEvent) => void;
  /** What stands at its end, inside the frame. */
  readonly end?: ReactNode;
}

/** One line of plain words, of which Enter makes use. */
export function FindField({ ref, icon, label, value, onChange, onEnter, end }: FindFieldProps) {
  function onKeyDown(event: KeyboardEvent) {
    // Enter also ends a word that an input method composes.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter(event);
  }

  return (
    <div className={styles['field']}>
      <FramedInput
        ref={ref}
        icon={icon}
        label={label}
        value={value}
        maxLength={LONGEST}
        spellCheck={false}
        dir="auto"
        onValueChange={onChange}
        onKeyDown={onKeyDown}
        end={end}
      />
    </div>
  );
}
