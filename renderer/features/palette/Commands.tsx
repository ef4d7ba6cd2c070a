import { useMemo, type RefObject } from 'react';
import type { Action, ActionId } from '#shared/actions.ts';
import { keysOf } from '../../ui/keys.ts';
import { words } from '../../words/en.ts';
import { otherNames, paletteWords } from '../../words/palette.ts';
import { Chooser, type ChooserRowProps } from './Chooser.tsx';
import { findable, partsOf } from './finding.ts';
import { Marked } from './Marked.tsx';
import styles from './Palette.module.css';

interface CommandsProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly actions: readonly Action[];
  readonly onChoose: (id: ActionId) => void;
}

/** Everything that can be done here and now, with its keys. */
export function Commands({ field, actions, onChoose }: CommandsProps) {
  const choices = useMemo(
    () =>
      actions.map(each =>
        findable(each, each.label, [
          words.shortcuts.menus[each.menu],
          ...(otherNames[each.id] ?? []),
        ]),
      ),
    [actions],
  );
  return (
    <Chooser
      field={field}
      words={paletteWords.commands}
      choices={choices}
      most={actions.length}
      keyOf={({ id }) => id}
      row={CommandRow}
      onChoose={({ id }) => onChoose(id)}
    />
  );
}

function CommandRow({ choice, typed }: ChooserRowProps<Action>) {
  const { id, label, menu } = choice;
  const missing = typed.filter(word => !isHit(label, [word]));
  const others = (otherNames[id] ?? []).filter(name => isHit(name, missing));
  return (
    <div className={styles['command']}>
      <div className={styles['label']}>
        <span>
          <Marked text={label} words={typed} />
        </span>
        {others.length > 0 && (
          <span className={styles['others']}>
            <Marked text={others.join(', ')} words={typed} />
          </span>
        )}
      </div>
      <div className={styles['menu']}>
        <Marked text={words.shortcuts.menus[menu]} words={typed} />
      </div>
      <div className={styles['keys']}>{keysOf(id)}</div>
    </div>
  );
}

/** Whether any of the words occurs in it. */
const isHit = (text: string, typed: readonly string[]): boolean =>
  partsOf(text, typed).some(part => part.isHit);
