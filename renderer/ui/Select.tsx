import { Select as Base } from '@base-ui/react/select';
import { Icon } from './Icon.tsx';
import styles from './Select.module.css';

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of several, where there are too many or too little room for cards. */
export function Select<T extends string>({ label, value, options, onChange }: SelectProps<T>) {
  return (
    <div className={styles['select']}>
      <Base.Root
        items={options}
        value={value}
        onValueChange={next => next !== null && onChange(next)}
      >
        <Base.Label className={styles['label']}>{label}</Base.Label>
        <Base.Trigger className={styles['trigger']}>
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
                  <Base.ItemText>{option.label}</Base.ItemText>
                  <Base.ItemIndicator>
                    <Icon name="check" size={15} />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </div>
  );
}
