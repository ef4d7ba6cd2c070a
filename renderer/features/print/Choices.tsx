import { FONT_SIZES, pointsOf, type PrintOptions } from '#shared/domain/print.ts';
import { Fold } from '../../ui/Fold.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { printWords as words } from '../../words/print.ts';
import styles from './Choices.module.css';

interface ChoicesProps {
  readonly options: PrintOptions;
  readonly onChange: (change: Partial<PrintOptions>) => void;
}

/** What is on the paper: the few choices that most letters need. */
export function Choices({ options, onChange }: ChoicesProps) {
  const { paper, headings, date, salutation, pageNumbers } = options;
  return (
    <>
      <Select
        label={words.paper}
        value={paper}
        options={namedBy(words.papers)}
        onChange={value => onChange({ paper: value })}
      />
      {/* A card holds its statement and nothing else. */}
      {options.layout !== 'cards' && (
        <div className={styles['switches']}>
          <Switch
            label={words.headings}
            checked={headings}
            onChange={value => onChange({ headings: value })}
          />
          <Switch label={words.date} checked={date} onChange={value => onChange({ date: value })} />
          <Switch
            label={words.salutation}
            checked={salutation}
            onChange={value => onChange({ salutation: value })}
          />
          <Switch
            label={words.pageNumbers}
            checked={pageNumbers}
            onChange={value => onChange({ pageNumbers: value })}
          />
        </div>
      )}
      <MoreChoices options={options} onChange={onChange} />
    </>
  );
}

/** How it looks. They wait closed: what they begin with is made to be read. */
function MoreChoices({ options, onChange }: ChoicesProps) {
  const { layout, margins, font, size, lineSpacing, links } = options;
  return (
    <Fold label={words.more}>
      <div className={styles['folded']}>
        <Select
          label={words.font}
          value={font}
          options={namedBy(words.fonts)}
          onChange={value => onChange({ font: value })}
        />
        <Select
          label={words.size}
          value={String(size)}
          options={SIZES.map(value => ({
            value: String(value),
            label: words.points(pointsOf(layout, value)),
          }))}
          onChange={value => {
            const chosen = SIZES.find(each => String(each) === value);
            if (chosen !== undefined) onChange({ size: chosen });
          }}
        />
        <Select
          label={words.lineSpacing}
          value={lineSpacing}
          options={namedBy(words.lineSpacings)}
          onChange={value => onChange({ lineSpacing: value })}
        />
        <Select
          label={words.margins}
          value={margins}
          options={namedBy(words.marginWidths)}
          onChange={value => onChange({ margins: value })}
        />
        <Switch
          label={words.links}
          checked={links === 'notes'}
          onChange={value => onChange({ links: value ? 'notes' : 'inline' })}
        />
      </div>
    </Fold>
  );
}

const SIZES = FONT_SIZES.toSorted((a, b) => a - b);

const namedBy = <T extends string>(names: Readonly<Record<T, string>>) =>
  (Object.keys(names) as T[]).map(value => ({ value, label: names[value] }));
