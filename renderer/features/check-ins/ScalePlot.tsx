import { useState } from 'react';
import { formatDay, type Day } from '#shared/domain/day.ts';
import { useShellInfo } from '../../api/queries.ts';
import { checkInWords, endsOf } from '../../words/check-ins.ts';
import { drawPlot, monthMarks, type Plot } from './long-view.ts';
import styles from './ScalePlot.module.css';

const HEIGHT = 84;
/** Room for a dot at the ends of the scale. */
const EDGE = 6;

const percent = (x: number): string => `${(x * 100).toFixed(2)}%`;
const down = (y: number): number => EDGE + y * (HEIGHT - 2 * EDGE);

interface ScalePlotProps {
  readonly plot: Plot;
  readonly begin: Day;
  readonly end: Day;
}

/** One scale as a quiet line of dots, and the same values as a table for who wants to read them. */
export function ScalePlot({ plot, begin, end }: ScalePlotProps) {
  const { locale } = useShellInfo();
  const { dots, lines } = drawPlot(plot, begin, end);
  const marks = monthMarks(begin, end);
  const name = plot.heading === '' ? checkInWords.aScale : plot.heading;
  const label = checkInWords.longView.plot(
    name,
    endsOf(plot),
    formatDay(begin, locale),
    formatDay(end, locale),
  );
  return (
    <figure className={styles['plot']}>
      <figcaption className={styles['name']} dir="auto">
        {name}
      </figcaption>
      <div className={styles['frame']}>
        <p className={styles['ends']} aria-hidden>
          <span dir="auto">{`${plot.max} ${plot.maxLabel}`.trim()}</span>
          <span dir="auto">{`${plot.min} ${plot.minLabel}`.trim()}</span>
        </p>
        <div className={styles['drawing']}>
          <svg role="img" aria-label={label} className={styles['svg']} width="100%" height={HEIGHT}>
            {[0, 1].map(y => (
              <line key={y} className={styles['rule']} x1="0" x2="100%" y1={down(y)} y2={down(y)} />
            ))}
            {marks.map(({ day, x }) => (
              <line
                key={day}
                className={styles['rule']}
                x1={percent(x)}
                x2={percent(x)}
                y1={down(0)}
                y2={down(1)}
              />
            ))}
            {lines.map(([from, to]) => (
              <line
                key={from.x}
                className={styles['line']}
                x1={percent(from.x)}
                y1={down(from.y)}
                x2={percent(to.x)}
                y2={down(to.y)}
              />
            ))}
            {dots.map(({ x, y }) => (
              <circle
                key={x}
                className={styles['dot']}
                cx={percent(x)}
                cy={down(y)}
                r={dots.length > 90 ? 1.6 : 2.6}
              />
            ))}
          </svg>
          <p className={styles['marks']} aria-hidden>
            {marks.map(({ day, x }, at) => (
              <span key={day} style={{ insetInlineStart: percent(x) }}>
                {shortMonth(day, locale, isNewYear(day, marks[at - 1]?.day ?? end))}
              </span>
            ))}
          </p>
        </div>
      </div>
      <Values plot={plot} name={name} />
    </figure>
  );
}

/** The values of a plot. They are written out only once they are asked for. */
function Values({ plot, name }: { readonly plot: Plot; readonly name: string }) {
  const { locale } = useShellInfo();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles['values']} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{checkInWords.longView.table(name)}</summary>
      {isOpen && (
        <div className={styles['scroll']} role="region" aria-label={name} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{checkInWords.longView.day}</th>
                <th scope="col">{checkInWords.longView.value(endsOf(plot))}</th>
              </tr>
            </thead>
            <tbody>
              {plot.points.toReversed().map(({ day, value }) => (
                <tr key={day}>
                  <th scope="row">{formatDay(day, locale)}</th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

const isNewYear = (day: Day, other: Day): boolean => day.slice(0, 4) !== other.slice(0, 4);

function shortMonth(day: Day, locale: string, withYear: boolean): string {
  const year = withYear ? ({ year: 'numeric' } as const) : {};
  const options = { month: 'short', calendar: 'gregory', timeZone: 'UTC', ...year } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${day}T00:00:00Z`));
}
