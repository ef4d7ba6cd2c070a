import { createRoot } from 'react-dom/client';
import { dayOf } from '#shared/domain/day.ts';
import { Editor, type EditorHandle } from '../../../renderer/editor/Editor.tsx';
import '../../../renderer/styles/global.css';
import { Surroundings } from '../../../renderer/ui/Surroundings.tsx';
import { letterAsked } from './long-letter.ts';
import { becomeReady, caretAtEndOf, measureKeys, middleParagraph } from './measure.ts';

const AUTOSAVE_MS = 600;

let editor: EditorHandle | undefined;
let saving: number | undefined;

/** As the autosave does it: while typing goes on, the whole letter is read every 600 ms. */
function saveSoon(): void {
  saving ??= window.setTimeout(() => {
    saving = undefined;
    // What a save hands to the other process is cloned on the way.
    structuredClone(editor?.toDocument());
  }, AUTOSAVE_MS);
}

createRoot(document.querySelector('#root') ?? document.body).render(
  <Surroundings>
    <div style={{ display: 'flex', height: '100%' }}>
      <Editor
        entryId="bench"
        days={{ writtenOn: dayOf(new Date()), locale: 'en-GB' }}
        document={letterAsked()}
        onChange={saveSoon}
        onCounts={() => undefined}
        showPrompts
        header={<h1>What I did</h1>}
        onReady={handle => {
          editor = handle;
        }}
      />
    </div>
  </Surroundings>,
);

measureKeys();
window.placeCaret = () => {
  const root = document.querySelector<HTMLElement>('[aria-label="Letter"]');
  if (root !== null) caretAtEndOf(middleParagraph(root), root);
};
await becomeReady();
