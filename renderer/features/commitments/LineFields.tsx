import {
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
} from 'react';
import type { LedgerLine } from '#shared/domain/commitment.ts';
import { formatWeekday, type Day } from '#shared/domain/day.ts';
import { promisedFrom, readDay } from '#shared/domain/day-text.ts';
import { useShellInfo } from '../../api/queries.ts';
import { keepOnLeaving } from '../../state/keep-on-leaving.ts';
import { commitmentWords } from '../../words/commitments.ts';
import { editCommitment } from './edit-commitment.ts';
import { changeOf, rebased, type CommitmentTexts } from './ledger.ts';
import styles from './LineFields.module.css';

interface LineFieldsProps {
  readonly line: LedgerLine;
  /** Over, saved or given back; by a key, the focus should stay in the line. */
  readonly onEnd: (giveFocusBack: boolean) => void;
}

/** The words of a commitment as fields: Enter or leaving them saves, Escape gives back what was there. */
export function LineFields({ line, onEnd }: LineFieldsProps) {
  // The line as it was when it was opened: what changed elsewhere since then is not written over.
  const [seen, setSeen] = useState(line);
  const [texts, setTexts] = useState<CommitmentTexts>(() => textsOf(line));
  const [isStale, setStale] = useState(false);
  const isOver = useRef(false);

  // Said once that it changed, what is saved next is meant for the line as it is now.
  if (isStale && seen !== line) {
    setSeen(line);
    setTexts(rebased(texts, seen, line));
  }

  /** False when the words are still in the fields alone. */
  async function save(giveFocusBack: boolean): Promise<boolean> {
    const change = changeOf(seen, texts);
    if (isOver.current) return true;
    isOver.current = true;
    const outcome = change === undefined ? 'saved' : await editCommitment(seen, change);
    isOver.current = outcome === 'saved';
    if (outcome === 'saved') onEnd(giveFocusBack);
    if (outcome === 'conflict') setStale(true);
    return outcome === 'saved';
  }

  // Neither a lock nor another place loses what was typed.
  const keep = useEffectEvent(() => save(false));
  useEffect(() => {
    const stop = keepOnLeaving(() => keep());
    return () => {
      stop();
      void keep();
    };
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      isOver.current = true;
      onEnd(true);
    } else if (event.key === 'Enter') void save(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onBlur({ currentTarget, relatedTarget }: FocusEvent) {
    // A window that loses the focus is not left: the caret comes back with it.
    if (!currentTarget.contains(relatedTarget) && document.hasFocus()) void save(false);
  }

  return (
    <div className={styles['fields']} onKeyDown={onKeyDown} onBlur={onBlur}>
      {(['what', 'who', 'by', 'notice'] as const).map(name => (
        <Field
          key={name}
          name={name}
          text={texts[name]}
          writtenOn={seen.writtenOn}
          onChange={text => setTexts(before => ({ ...before, [name]: text }))}
        />
      ))}
      <p className={styles['keys']} role={isStale ? 'alert' : undefined} data-stale={isStale}>
        {isStale ? commitmentWords.conflict.kept : commitmentWords.keys}
      </p>
    </div>
  );
}

interface FieldProps {
  readonly name: keyof CommitmentTexts;
  readonly text: string;
  /** The day of its letter. */
  readonly writtenOn: Day;
  readonly onChange: (text: string) => void;
}

function Field({ name, text, writtenOn, onChange }: FieldProps) {
  const id = useId();
  const [isTyping, setTyping] = useState(false);
  return (
    <div className={styles['field']} data-field={name}>
      <label htmlFor={id} className={styles['label']}>
        {commitmentWords.fields[name]}
      </label>
      <textarea
        autoComplete="off"
        id={id}
        className={styles['input']}
        ref={name === 'what' ? startHere : undefined}
        value={text}
        rows={1}
        maxLength={4000}
        dir="auto"
        spellCheck={false}
        aria-describedby={name === 'by' ? `${id}-day` : undefined}
        onChange={event => {
          setTyping(true);
          onChange(event.target.value);
        }}
        onBlur={() => setTyping(false)}
      />
      {name === 'by' && (
        <DayNote id={`${id}-day`} text={text} writtenOn={writtenOn} isTyping={isTyping} />
      )}
    </div>
  );
}

interface DayNoteProps extends Pick<FieldProps, 'text' | 'writtenOn'> {
  readonly id: string;
  readonly isTyping: boolean;
}

/**
 * What the field "By when" is read as. It never stands in the way of saving, and what is half typed
 * is no mistake yet.
 */
function DayNote({ id, text, writtenOn, isTyping }: DayNoteProps) {
  const { locale } = useShellInfo();
  const reading = readDay(text, promisedFrom(writtenOn, locale));
  const { days } = commitmentWords;
  const isSaid = reading.kind === 'empty' || !isTyping;
  return (
    <p id={id} className={styles['day']} role="status">
      {reading.kind === 'day'
        ? days.day(formatWeekday(reading.day, locale))
        : isSaid && days[reading.kind]}
    </p>
  );
}

const textsOf = ({ who, what, by, notice }: LedgerLine): CommitmentTexts => ({
  who,
  what,
  by,
  notice,
});

/** The caret stands behind what is written, as where one goes on writing. */
function startHere(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}
