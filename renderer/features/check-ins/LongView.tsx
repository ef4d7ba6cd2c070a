import { useId, useState } from 'react';
import type { CheckIn } from '#shared/domain/check-in.ts';
import { dayOf, formatMonth } from '#shared/domain/day.ts';
import { useShellInfo } from '../../api/queries.ts';
import { Segments } from '../../ui/Segments.tsx';
import { checkInWords } from '../../words/check-ins.ts';
import {
  checkInsSince,
  feelingsByMonth,
  plotsOf,
  spanBegin,
  type MonthOfWords,
  type Span,
} from './long-view.ts';
import { useLongView } from './long-view-store.ts';
import styles from './LongView.module.css';
import { ScalePlot } from './ScalePlot.tsx';

const SPANS = (Object.keys(checkInWords.longView.spans) as Span[]).map(value => ({
  value,
  label: checkInWords.longView.spans[value],
}));

/** Scales and words for feelings over weeks and months, drawn as they are and compared with nothing. */
export function LongView({ checkIns }: { readonly checkIns: readonly CheckIn[] }) {
  const span = useLongView(state => state.span);
  const [today] = useState(() => dayOf(new Date()));
  const id = useId();
  const begin = spanBegin(span, checkIns, today);
  const seen = checkInsSince(checkIns, begin);
  const last = seen.reduce(
    (day, { entry }) => (entry.writtenOn > day ? entry.writtenOn : day),
    today,
  );
  const plots = plotsOf(seen);
  const months = feelingsByMonth(seen);
  const { heading, nothing, gaps } = checkInWords.longView;
  return (
    <section className={styles['view']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id} className={styles['title']}>
          {heading}
        </h2>
        <Segments
          label={checkInWords.longView.span}
          value={span}
          options={SPANS}
          onChange={next => useLongView.setState({ span: next })}
        />
      </div>
      {plots.length === 0 && <p className={styles['note']}>{nothing}</p>}
      <div className={styles['plots']}>
        {plots.map(plot => (
          <ScalePlot key={plot.key} plot={plot} begin={begin} end={last} />
        ))}
      </div>
      {plots.length > 0 && <p className={styles['note']}>{gaps}</p>}
      {months.length > 0 && <FeelingMonths months={months} />}
    </section>
  );
}

function FeelingMonths({ months }: { readonly months: readonly MonthOfWords[] }) {
  const { locale } = useShellInfo();
  const { feelings, feelingsLead } = checkInWords.longView;
  return (
    <div className={styles['feelings']}>
      <h3 className={styles['name']}>{feelings}</h3>
      <p className={styles['note']}>{feelingsLead}</p>
      <div className={styles['scroll']} role="region" aria-label={feelings} tabIndex={0}>
        <dl>
          {months.map(({ day, words }) => (
            <div key={day} className={styles['month']}>
              <dt>{formatMonth(day, locale)}</dt>
              <dd dir="auto">{words.join(', ')}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
