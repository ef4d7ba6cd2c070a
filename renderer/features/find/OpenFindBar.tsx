import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Finder } from '../../editor/Editor.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { findWords } from '../../words/find.ts';
import styles from './FindBar.module.css';
import { FindField } from './FindField.tsx';
import { FindStatus } from './FindStatus.tsx';
import { FindTools } from './FindTools.tsx';
import { useCloseOnEscape, useFocusWhenAsked, useRoom } from './use-find-bar.ts';

/** A field for what is looked for, and below it one for what shall stand there instead. */
export function OpenFindBar({ finder }: { readonly finder: Finder }) {
  const { wanted, withReplace, count } = useStore(finder.state);
  const [by, setBy] = useState('');
  const bar = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const replaceField = useRef<HTMLInputElement>(null);
  useFocusWhenAsked(finder, field, replaceField);
  useRoom(finder, bar);
  useCloseOnEscape(finder, bar);
  return (
    <div ref={bar} role="search" aria-label={findWords.bar} className={styles['bar']}>
      {/* The fields first: Tab leads from what is looked for to what shall stand there instead. */}
      <div className={styles['rows']}>
        <FindField
          ref={field}
          icon="search"
          label={findWords.field}
          value={wanted.text}
          onChange={text => finder.search({ text })}
          onEnter={({ shiftKey }) => finder.goOn(shiftKey ? -1 : 1)}
          end={<FindStatus finder={finder} />}
        />
        {withReplace && (
          <FindField
            ref={replaceField}
            icon="replace"
            label={findWords.replaceField}
            value={by}
            onChange={setBy}
            onEnter={() => finder.replace(by)}
          />
        )}
        <FindTools finder={finder} />
        {withReplace && (
          <div className={styles['actions']}>
            {/* Not `disabled`: that would drop the focus of someone who replaced the last one. */}
            <Button size="small" aria-disabled={count === 0} onClick={() => finder.replace(by)}>
              {findWords.replaceOne}
            </Button>
            <Button size="small" aria-disabled={count === 0} onClick={() => finder.replaceAll(by)}>
              {findWords.replaceAll}
            </Button>
          </div>
        )}
        <div className={styles['close']}>
          <IconButton icon="close" label={findWords.close} keys="Esc" onClick={finder.close} />
        </div>
      </div>
    </div>
  );
}
