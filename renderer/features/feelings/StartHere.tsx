import type { ActionId } from '#shared/actions.ts';
import type { EditorHandle } from '../../editor/handle.ts';
import { Icon } from '../../ui/Icon.tsx';
import { words } from '../../words/feelings.ts';
import { ChooseFeelings } from './ChooseFeelings.tsx';
import type { Choosing } from './choosing.ts';
import styles from './Panel.module.css';

const offers = [
  { action: 'insert.statement', title: words.text.statement, note: words.text.statementNote },
  { action: 'insert.feelings', title: words.text.feelings, note: words.text.feelingsNote },
  { action: 'insert.ladder', title: words.text.ladder, note: words.text.ladderNote },
] as const satisfies readonly { readonly action: ActionId; title: string; note: string }[];

interface StartHereProps {
  readonly editor: EditorHandle;
  readonly choosing: Choosing;
}

/** In plain text: what can be put in, and single words for the place of the caret. */
export function StartHere({ editor, choosing }: StartHereProps) {
  const insert = (action: ActionId) => {
    editor.perform(action);
    editor.focus();
  };
  return (
    <>
      <section aria-label={words.text.title}>
        <h2 className={styles['title']}>{words.text.title}</h2>
        <ul className={styles['offers']}>
          {offers.map(({ action, title, note }) => (
            <li key={action}>
              <button type="button" className={styles['offer']} onClick={() => insert(action)}>
                <Icon name="plus" size={16} />
                <span>
                  <span className={styles['offerTitle']}>{title}</span>
                  <span className={styles['offerNote']}>{note}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <h2 className={styles['label']}>{words.text.insert}</h2>
      <ChooseFeelings choosing={choosing} line="" />
    </>
  );
}
