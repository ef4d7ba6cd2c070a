import type { ComponentProps } from 'react';
import { steps } from '#shared/content/steps.ts';
import type { Side } from '#shared/domain/template.ts';
import { FramedInput } from '../../ui/FramedInput.tsx';
import { Select } from '../../ui/Select.tsx';
import { galleryWords } from '../../words/templates.ts';
import type { GalleryFilter } from './choices.ts';
import styles from './Filters.module.css';

interface FiltersProps {
  readonly filter: GalleryFilter;
  /** The side of the journey; null when both are looked at anyway. */
  readonly mySide: Side | null;
  /** What makes the search field lead the list. */
  readonly search: Omit<
    ComponentProps<typeof FramedInput>,
    'icon' | 'label' | 'placeholder' | 'value' | 'onValueChange'
  >;
  readonly onChange: (change: Partial<GalleryFilter>) => void;
}

const stepOptions = [
  { value: 'all', label: galleryWords.everyStep },
  ...steps.map(({ id, shortTitle }) => ({
    value: String(id),
    label: galleryWords.stepOf(id, shortTitle),
  })),
  { value: 'own', label: galleryWords.ownOnly },
];

/** Which templates are looked at: words in them, a step, one side or both. */
export function Filters({ filter, mySide, search, onChange }: FiltersProps) {
  return (
    <div className={styles['filters']}>
      <FramedInput
        {...search}
        icon="search"
        label={galleryWords.search}
        placeholder={galleryWords.searchPlaceholder}
        spellCheck={false}
        value={filter.text}
        onValueChange={text => onChange({ text })}
      />
      <div className={styles['row']}>
        <Select
          label={galleryWords.step}
          labelHidden
          value={filter.step === null ? 'all' : String(filter.step)}
          options={stepOptions}
          onChange={value => onChange({ step: stepIn(value) })}
        />
        {mySide !== null && (
          <fieldset className={styles['sides']}>
            <legend className="visually-hidden">{galleryWords.sides}</legend>
            {[mySide, null].map(side => (
              <label key={side ?? 'both'} className={styles['side']}>
                <input
                  type="radio"
                  name="side"
                  className="visually-hidden"
                  checked={filter.side === side}
                  onChange={() => onChange({ side })}
                />
                {side === null ? galleryWords.bothSides : galleryWords.mySide}
              </label>
            ))}
          </fieldset>
        )}
      </div>
    </div>
  );
}

function stepIn(value: string): GalleryFilter['step'] {
  if (value === 'all') return null;
  return value === 'own' ? 'own' : Number(value);
}
