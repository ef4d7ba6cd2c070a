import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import styles from './ChoiceMenu.module.css';
import { Icon } from './Icon.tsx';
import type { MenuItem } from './Menu.tsx';
import menu from './Menu.module.css';

interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly note?: string;
}

interface ChoiceGroup<T extends string> {
  readonly label: string;
  /** Less often wanted: its choices stand back. */
  readonly quiet?: boolean;
  readonly choices: readonly Choice<T>[];
}

interface ChoiceMenuProps<T extends string> {
  /** The control that opens it; it takes the properties of a button. */
  readonly trigger: ReactElement;
  readonly value: T;
  readonly groups: readonly ChoiceGroup<T>[];
  readonly onChoose: (value: T) => void;
  /** What else can be done, below the choices. */
  readonly items: readonly Omit<MenuItem, 'danger' | 'keys'>[];
}

/** A menu of things of which one is chosen, and of what can be done with them. */
export function ChoiceMenu<T extends string>(props: ChoiceMenuProps<T>) {
  const { trigger, value, groups, onChoose, items } = props;
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={menu['positioner']} sideOffset={4} align="start">
          <Base.Popup className={`${menu['popup']} ${styles['popup']}`}>
            <div className={styles['choices']}>
              {groups.map(group => (
                <Base.RadioGroup
                  key={group.label}
                  className={styles['group']}
                  data-quiet={group.quiet || undefined}
                  value={value}
                  onValueChange={onChoose}
                >
                  <Base.GroupLabel className={styles['label']}>{group.label}</Base.GroupLabel>
                  {group.choices.map(choice => (
                    <ChoiceItem key={choice.value} choice={choice} />
                  ))}
                </Base.RadioGroup>
              ))}
            </div>
            <Base.Separator className={styles['line']} />
            {items.map(item => (
              <Base.Item key={item.label} className={menu['item']} onClick={item.onSelect}>
                <Icon name={item.icon} />
                {item.label}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function ChoiceItem({ choice }: { readonly choice: Choice<string> }) {
  const { value, label, note } = choice;
  return (
    <Base.RadioItem value={value} label={label} className={styles['choice']} closeOnClick>
      <span className={styles['words']}>
        <span className={styles['name']} dir="auto">
          {label}
        </span>
        {note !== undefined && <span className={styles['note']}>{note}</span>}
      </span>
      <Base.RadioItemIndicator className={styles['chosen']}>
        <Icon name="check" size={15} />
      </Base.RadioItemIndicator>
    </Base.RadioItem>
  );
}
