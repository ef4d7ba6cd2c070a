import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_LOW } from 'lexical';
import { GripVertical } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { movingWords } from '../../words/moving.ts';
import { ANNOUNCE_COMMAND } from './announce.ts';
import { registerGrips } from './grips.ts';
import styles from './Move.module.css';

/** What lies over the sheet for moving its parts: two grips, the line where a drag would end, and a voice. */
export const MoveLayer = memo(function MoveLayer() {
  const [editor] = useLexicalComposerContext();
  const layer = useRef<HTMLDivElement>(null);
  const sectionGrip = useRef<HTMLDivElement>(null);
  const blockGrip = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parts = [layer.current, sectionGrip.current, blockGrip.current, line.current] as const;
    const [over, section, block, drop] = parts;
    if (over === null || section === null || block === null || drop === null) return undefined;
    return registerGrips(editor, {
      layer: over,
      sectionGrip: section,
      blockGrip: block,
      line: drop,
    });
  }, [editor]);
  return (
    <>
      {/* Keys do the same as the grips: Alt Shift Up and Down, and the section's menu. */}
      <div ref={layer} className={styles['layer']} aria-hidden>
        <div ref={sectionGrip} className={styles['grip']} title={movingWords.drag} hidden>
          <GripVertical size={15} strokeWidth={1.7} />
        </div>
        <div ref={blockGrip} className={styles['grip']} title={movingWords.drag} hidden>
          <GripVertical size={15} strokeWidth={1.7} />
        </div>
        <div ref={line} className={styles['line']} hidden />
      </div>
      <Voice />
    </>
  );
});

function Voice() {
  const [editor] = useLexicalComposerContext();
  const [said, setSaid] = useState({ text: '', times: 0 });
  useEffect(
    () =>
      editor.registerCommand(
        ANNOUNCE_COMMAND,
        text => {
          setSaid(({ times }) => ({ text, times: times + 1 }));
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor],
  );
  // A new element each time: the same words twice are read out twice.
  return (
    <div role="status" className="visually-hidden">
      <span key={said.times}>{said.text}</span>
    </div>
  );
}
