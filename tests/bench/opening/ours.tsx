import { createRoot } from 'react-dom/client';
import { dayOf } from '#shared/domain/day.ts';
import { Editor } from '../../../renderer/editor/Editor.tsx';
import '../../../renderer/styles/global.css';
import { Surroundings } from '../../../renderer/ui/Surroundings.tsx';
import { largeLetter } from '../typing/long-letter.ts';
import { becomeReady } from '../typing/measure.ts';
import { measureOpening } from './measure-opening.ts';

const letter = largeLetter();
const root = createRoot(document.querySelector('#root') ?? document.body);
let opened = 0;

function open(): void {
  opened += 1;
  root.render(
    <Surroundings>
      <div style={{ display: 'flex', height: '100%', paddingInlineStart: 60 }}>
        <Editor
          entryId={String(opened)}
          days={{ writtenOn: dayOf(new Date()), locale: 'en-GB' }}
          // It comes from another process, as a copy.
          document={structuredClone(letter)}
          onChange={() => undefined}
          onCounts={() => undefined}
          showPrompts
          header={<h1>What I did</h1>}
          onReady={handle => handle.focus()}
        />
      </div>
    </Surroundings>,
  );
}

measureOpening({ open, putAway: () => root.render(null) });
await becomeReady();
