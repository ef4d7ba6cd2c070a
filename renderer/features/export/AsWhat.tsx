import { ExportFormat } from '#shared/domain/export.ts';
import { Segments } from '../../ui/Segments.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { exportWords } from '../../words/export.ts';
import type { Choices } from './choices.ts';
import styles from './Export.module.css';

interface AsWhatProps {
  readonly choices: Choices;
  readonly onChange: (changed: Partial<Choices>) => void;
}

/** The kind of file, and what of a letter's frame is in it. */
export function AsWhat({ choices, onChange }: AsWhatProps) {
  const { format, bundle, isSealed } = choices;
  const mayBeSeveral = choices.what !== 'letter' || format === 'markdown';
  return (
    <div className={styles['group']}>
      <Select<ExportFormat>
        label={exportWords.as.label}
        value={format}
        hint={exportWords.as.notes[format]}
        options={ExportFormat.options.map(value => ({
          value,
          label: exportWords.as.formats[value],
          note: exportWords.as.notes[value],
        }))}
        onChange={chosen => onChange({ format: chosen })}
      />
      {mayBeSeveral && format !== 'json' && !isSealed && (
        <Segments<Choices['bundle']>
          label={exportWords.as.bundle}
          value={bundle}
          options={[
            { value: 'folder', label: exportWords.as.folder },
            { value: 'zip', label: exportWords.as.zip },
          ]}
          onChange={chosen => onChange({ bundle: chosen })}
        />
      )}
      <div className={styles['switches']}>
        <Switch
          label={exportWords.headings}
          checked={choices.headings}
          onChange={headings => onChange({ headings })}
        />
        <Switch
          label={exportWords.date}
          checked={choices.date}
          onChange={date => onChange({ date })}
        />
        <Switch
          label={exportWords.salutation}
          checked={choices.salutation}
          onChange={salutation => onChange({ salutation })}
        />
        <Switch
          label={exportWords.titles}
          hint={exportWords.titlesHint}
          checked={choices.useTitles}
          onChange={useTitles => onChange({ useTitles })}
        />
      </div>
    </div>
  );
}
