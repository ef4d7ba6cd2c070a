import { actions, type Action, type MenuName } from '#shared/actions.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { spellKeys } from '../../ui/keys.ts';
import { words } from '../../words/en.ts';
import styles from './Shortcuts.module.css';

const MENUS = Object.keys(words.shortcuts.menus) as MenuName[];

/** All keys there are, by what they are for. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={words.shortcuts.title} onClose={onClose} width="wide">
      <div className={styles['columns']}>
        {MENUS.map(menu => (
          <section key={menu} className={styles['group']}>
            <h3 className={styles['title']}>{words.shortcuts.menus[menu]}</h3>
            <dl>
              {actions
                .filter(action => action.menu === menu && action.keys !== undefined)
                .map(action => (
                  <Shortcut key={action.id} action={action} />
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Shortcut({ action }: { readonly action: Action }) {
  return (
    <div className={styles['row']}>
      <dt>{action.label.replace('…', '')}</dt>
      <dd className={styles['keys']}>
        {action.keys?.map((keys, index) => (
          <span key={keys}>
            {index > 0 && <span className={styles['or']}>{words.shortcuts.or}</span>}
            {spellKeys(keys)
              .split(' ')
              .map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
          </span>
        ))}
      </dd>
    </div>
  );
}
