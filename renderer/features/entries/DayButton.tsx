import { useId, useState, type KeyboardEvent } from 'react';
import { Day, formatDay } from '#shared/domain/day.ts';
import { useShellInfo } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { words } from '../../words/en.ts';
import styles from './DayButton.module.css';

interface DayButtonProps {
  readonly day: Day;
  readonly onChange: (day: Day) => void;
}

/** The day a letter carries, and a small place to change it. */
export function DayButton({ day: first, onChange }: DayButtonProps) {
  const { locale } = useShellInfo();
  const id = useId();
  const [day, setDay] = useState(first);
  const [isOpen, setOpen] = useState(false);
  // While it is typed a date passes through years such as 0002; it counts when the person is done.
  const [typed, setTyped] = useState<string>(first);

  function openOrClose(open: boolean) {
    setOpen(open);
    if (open) {
      setTyped(day);
      return;
    }
    const chosen = Day.safeParse(typed);
    if (!chosen.success || chosen.data === day) return;
    setDay(chosen.data);
    onChange(chosen.data);
  }

  function closeOnEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    openOrClose(false);
  }

  return (
    <Popover
      label={words.entry.date}
      open={isOpen}
      onOpenChange={openOrClose}
      trigger={
        <button
          type="button"
          className={styles['day']}
          aria-label={words.entry.changeDate(formatDay(day, locale))}
        >
          {formatDay(day, locale)}
        </button>
      }
    >
      <label htmlFor={id} className={styles['label']}>
        {words.entry.date}
      </label>
      <div className={styles['row']}>
        <input
          autoComplete="off"
          id={id}
          type="date"
          className={styles['input']}
          value={typed}
          onChange={event => setTyped(event.target.value)}
          onKeyDown={closeOnEnter}
        />
        <Button onClick={() => openOrClose(false)}>{words.common.done}</Button>
      </div>
    </Popover>
  );
}
