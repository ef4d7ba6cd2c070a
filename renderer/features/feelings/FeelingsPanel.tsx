import { useState } from 'react';
import type { EditorHandle } from '../../editor/handle.ts';
import { ui, useUi } from '../../state/ui-store.ts';
import { ChooseFeelings } from './ChooseFeelings.tsx';
import { choosingIn, choosingInText, type Choosing } from './choosing.ts';
import styles from './Panel.module.css';
import { keepCaret, STAY } from './press-and-stay.ts';
import { Statement } from './Statement.tsx';
import { StartHere } from './StartHere.tsx';
import { usePlace } from './use-place.ts';
import { WheelDialog } from './WheelDialog.tsx';

/** The "I feel" builder: follows the caret through a statement, with words for each of its parts. */
export function FeelingsPanel({ editor }: { readonly editor: EditorHandle }) {
  const place = usePlace(editor);
  const isWheelOpen = useUi(state => state.dialogs.at(-1)?.name === 'wheel');
  const inText = place.block === 'text';
  const choosing = inText
    ? choosingInText(editor.writeLine)
    : choosingIn(place.line, editor.writeLine);
  return (
    <div className={styles['panel']} onMouseDown={keepCaret} {...STAY}>
      {place.block === 'statement' && place.part !== null && (
        <Statement editor={editor} part={place.part} line={place.line} write={editor.writeLine} />
      )}
      {place.block === 'feelings' && <ChooseFeelings choosing={choosing} line={place.line} />}
      {inText && <StartHere editor={editor} choosing={choosing} />}
      {isWheelOpen &&
        (inText ? (
          <WheelForText onInsert={editor.writeLine} />
        ) : (
          <WheelDialog choosing={choosing} onClose={ui.closeDialog} />
        ))}
    </div>
  );
}

/** Words for the text are gathered first, and put in together. */
function WheelForText({ onInsert }: { readonly onInsert: (text: string) => void }) {
  const [line, setLine] = useState('');
  const choosing: Choosing = choosingIn(line, setLine);
  return (
    <WheelDialog
      choosing={choosing}
      onClose={ui.closeDialog}
      onInsert={() => {
        ui.closeDialog();
        if (line !== '') onInsert(line);
      }}
    />
  );
}
