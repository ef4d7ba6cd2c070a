import { useMemo } from 'react';
import type { CheckIn } from '#shared/domain/check-in.ts';
import type { Day } from '#shared/domain/day.ts';
import { openLetter } from '../../actions/navigate.ts';
import { readingAhead } from '../../actions/read-ahead.ts';
import { useShellInfo } from '../../api/queries.ts';
import { LongList } from '../../ui/LongList.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { checkInWords } from '../../words/check-ins.ts';
import styles from './CheckInList.module.css';
import { useLongView } from './long-view-store.ts';
import { LongView } from './LongView.tsx';
import { feelingsLine, firstWords, layOutCheckIns, type CheckInRow } from './rows.ts';

/** The list of check-ins, and above it the long view for who asks for it. */
export function CheckInList({ checkIns }: { readonly checkIns: readonly CheckIn[] }) {
  const { locale } = useShellInfo();
  const isShown = useLongView(state => state.isShown);
  const rows = useMemo(() => layOutCheckIns(checkIns, locale), [checkIns, locale]);
  const draw = (row: CheckInRow, isHere: boolean) =>
    row.kind === 'month' ? (
      <h2 className={styles['month']}>{row.month}</h2>
    ) : (
      <OneCheckIn checkIn={row.checkIn} isHere={isHere} locale={locale} />
    );
  return (
    <LongList
      label={checkInWords.list}
      description={checkInWords.hint}
      rows={rows}
      draw={draw}
      above={
        <div className={styles['above']}>
          <Switch
            label={checkInWords.longView.show}
            hint={checkInWords.longView.hint}
            checked={isShown}
            onChange={checked => useLongView.setState({ isShown: checked })}
          />
          {isShown && <LongView checkIns={checkIns} />}
        </div>
      }
    />
  );
}

interface OneCheckInProps {
  readonly checkIn: CheckIn;
  readonly isHere: boolean;
  readonly locale: string;
}

function OneCheckIn({ checkIn, isHere, locale }: OneCheckInProps) {
  const { entry, ratings } = checkIn;
  const [feelings, text] = [feelingsLine(checkIn), firstWords(checkIn)];
  const isEmpty = feelings === '' && text === '' && ratings.length === 0;
  return (
    <button
      type="button"
      data-stop
      className={styles['open']}
      tabIndex={isHere ? 0 : -1}
      {...readingAhead(entry.id)}
      onClick={() => void openLetter(entry.id)}
    >
      <span className={styles['day']}>{weekday(entry.writtenOn, locale)}</span>
      <span className={styles['words']}>
        {feelings !== '' && (
          <span className={styles['feelings']} dir="auto">
            {feelings}
          </span>
        )}
        {ratings.length > 0 && (
          <span className={styles['ratings']}>
            {ratings.map((rating, at) => (
              <span key={at} dir="auto">
                {checkInWords.rating(rating)}
              </span>
            ))}
          </span>
        )}
        {text !== '' && (
          <span className={styles['text']} dir="auto">
            {text}
          </span>
        )}
        {isEmpty && <span className={styles['nothing']}>{checkInWords.nothing}</span>}
      </span>
    </button>
  );
}

/** The day in its month, whose name stands above it: "Tuesday 17". */
function weekday(day: Day, locale: string): string {
  const options = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    calendar: 'gregory',
    timeZone: 'UTC',
  } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${day}T00:00:00Z`));
}
