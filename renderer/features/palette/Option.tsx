import { useEffect, useRef, type ReactNode } from 'react';
import styles from './Palette.module.css';

interface OptionProps {
  readonly id: string;
  readonly isChosen: boolean;
  /** The pointer is on it: the list must not move away below it. */
  readonly isSeen: boolean;
  /** The pointer was moved onto it; a list that scrolls below a pointer at rest is no wish. */
  readonly onPoint?: () => void;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** One line of the list. */
export function Option({ id, isChosen, isSeen, onPoint, onChoose, children }: OptionProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen && !isSeen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen, isSeen]);
  return (
    <div
      ref={line}
      id={id}
      role="option"
      className={styles['option']}
      aria-selected={isChosen}
      onPointerMove={isChosen ? undefined : onPoint}
      // A press must not take the focus out of the field.
      onMouseDown={event => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}
