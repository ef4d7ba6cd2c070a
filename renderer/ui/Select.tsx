import { Select as Base } from '@base-ui/react/select';
import { useId } from 'react';
import { Icon } from './Icon.tsx';
import styles from './Select.module.css';

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    /** One line about it, below its name in the list. */
    readonly note?: string;
  }[];
  /** The label is read out, not shown: what the field holds says what it is. */
  readonly labelHidden?: boolean;
  /** Below the field: what the choice means. */
  readonly hint?: string;
  readonly onChange: (value: T) => void;
}

/** One of several, where there are too many or too little room for cards. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, labelHidden = false, value, options, hint, onChange } = props;
  const id = useId();
  return (
    <div className={styles['select']}>
      <Base.Root
        items={options}
        value={value}
        onValueChange={next => next !== null && onChange(next)}
      >
        <Base.Label className={labelHidden ? 'visually-hidden' : styles['label']}>
          {label}
        </Base.Label>
        <Base.Trigger
          className={styles['trigger']}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        >
          <Base.Value />
          <Icon name="down" size={15} />
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner
            className={styles['positioner']}
            sideOffset={6}
            alignItemWithTrigger={false}
          >
            <Base.Popup className={styles['popup']}>
              {options.map(option => (
                <Base.Item key={option.value} value={option.value} className={styles['item']}>
                  <span>
                    <Base.ItemText>{option.label}</Base.ItemText>
                    {option.note !== undefined && (
                      <span className={styles['note']}>{option.note}</span>
                    )}
                  </span>
                  <Base.ItemIndicator>
                    <Icon name="check" size={15} />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
    </div>
  );
}
