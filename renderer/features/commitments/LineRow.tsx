import { useEffect, useRef, useState } from 'react';
import type { LedgerLine } from '#shared/domain/commitment.ts';
import { formatDay, type Day } from '#shared/domain/day.ts';
import { TemplateId } from '#shared/domain/ids.ts';
import { openLetter, startLetter } from '../../actions/navigate.ts';
import { readingAhead } from '../../actions/read-ahead.ts';
import { useShellInfo } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { commitmentWords } from '../../words/commitments.ts';
import { words } from '../../words/en.ts';
import { groupOf, type LedgerGroup } from './ledger.ts';
import styles from './LineRow.module.css';
import { LineFields } from './LineFields.tsx';
import { StatusButtons } from './StatusButtons.tsx';

const SETBACK_REPAIR = TemplateId.parse('setback-repair');

interface LineRowProps {
  readonly line: LedgerLine;
  /** Where it is shown; it may belong elsewhere by now. */
  readonly group: LedgerGroup;
  readonly today: Day;
  readonly isHere: boolean;
  readonly offersRepair: boolean;
}

/** One commitment: what it says, what became of it, and the letter in which it stands. */
export function LineRow({ line, group, today, isHere, offersRepair }: LineRowProps) {
  const [isEditing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const givesFocusBack = useRef(false);
  const tabIndex = isHere ? 0 : -1;
  const title = line.entryTitle.trim() || words.entry.untitled;
  const belongsTo = groupOf(line, today);

  useEffect(() => {
    if (!isEditing && givesFocusBack.current) edit.current?.focus();
    givesFocusBack.current = false;
  }, [isEditing]);

  function endEditing(giveFocusBack: boolean) {
    givesFocusBack.current = giveFocusBack;
    setEditing(false);
  }

  return (
    <div
      className={styles['line']}
      role="group"
      aria-label={line.what || commitmentWords.nothing}
      data-status={line.status}
    >
      {isEditing ? (
        <LineFields line={line} onEnd={endEditing} />
      ) : (
        // The pen beside it does the same for the keyboard and for who can not see it.
        <div className={styles['words']} onClick={() => setEditing(true)}>
          <LineWords line={line} />
        </div>
      )}
      {!isEditing && (
        <div className={styles['edit']}>
          <IconButton
            ref={edit}
            data-stop
            icon="pen"
            label={commitmentWords.edit(line.what)}
            tabIndex={tabIndex}
            onClick={() => setEditing(true)}
          />
        </div>
      )}
      <div className={styles['foot']}>
        <StatusButtons line={line} tabIndex={tabIndex} />
        {line.status === 'missed' && offersRepair && (
          <Button
            size="small"
            variant="quiet"
            icon="pen"
            tabIndex={tabIndex}
            onClick={() => void startLetter(SETBACK_REPAIR)}
          >
            {commitmentWords.writeRepair}
          </Button>
        )}
        <button
          type="button"
          className={styles['letter']}
          tabIndex={tabIndex}
          {...readingAhead(line.entryId)}
          onClick={() => void openLetter(line.entryId)}
        >
          {commitmentWords.from(title)}
        </button>
      </div>
      {belongsTo !== group && (
        <p className={styles['moves']}>{commitmentWords.movesTo(belongsTo)}</p>
      )}
    </div>
  );
}

function LineWords({ line }: { readonly line: LedgerLine }) {
  const { who, what, by, notice } = line;
  return (
    <>
      <p className={styles['what']} dir="auto" data-empty={what === '' || undefined}>
        {what || commitmentWords.nothing}
      </p>
      {(who !== '' || by !== '') && (
        <p className={styles['facts']}>
          {who !== '' && <span dir="auto">{commitmentWords.who(who)}</span>}
          {by !== '' && <ByWhen line={line} />}
        </p>
      )}
      {notice !== '' && (
        <p className={styles['notice']} dir="auto">
          {commitmentWords.notice(notice)}
        </p>
      )}
    </>
  );
}

/** By when, as it was written; and the day, where that is not said in full. */
function ByWhen({ line: { by, due } }: { readonly line: LedgerLine }) {
  const { locale } = useShellInfo();
  const isInFull = due !== null && /\p{L}/u.test(by) && by.includes(due.slice(0, 4));
  return (
    <span>
      <span className={styles['by']} dir="auto">
        {commitmentWords.by(by)}
      </span>
      {due !== null && !isInFull && <small>{commitmentWords.readAs(formatDay(due, locale))}</small>}
    </span>
  );
}
