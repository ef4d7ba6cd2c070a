import { useState, type ReactNode } from 'react';
import { words } from '../../words/feelings.ts';
import { BodyWords } from './BodyWords.tsx';
import { wholeList } from './choices.ts';
import { ChoiceList } from './ChoiceList.tsx';
import type { Choosing } from './choosing.ts';
import { dismiss, useDismissed } from './dismissed.ts';
import { SearchField } from './SearchField.tsx';
import { SearchResults } from './SearchResults.tsx';
import { Ways, type Way } from './Ways.tsx';

interface FinderProps {
  readonly choosing: Choosing;
  readonly way: Way;
  readonly onWay: (way: Way) => void;
  /** What the way of the wheel shows here. */
  readonly wheel: ReactNode;
  readonly end?: ReactNode;
}

/** Finds a word for a feeling: by search, on the wheel, in the list, or by what the body does. */
export function Finder({ choosing, way, onWay, wheel, end }: FinderProps) {
  const [text, setText] = useState('');
  const dismissed = useDismissed();
  const isSearching = text.trim() !== '';
  return (
    <>
      <SearchField text={text} onText={setText} />
      {isSearching ? (
        <SearchResults text={text} choosing={choosing} dismissed={dismissed} onDismiss={dismiss} />
      ) : (
        <Ways way={way} onWay={onWay} end={end}>
          {way === 'wheel' && wheel}
          {way === 'list' && (
            <ChoiceList
              label={words.list.label}
              layout="rows"
              groups={wholeList}
              isChosen={choosing.isChosen}
              onChoose={choosing.choose}
            />
          )}
          {way === 'body' && <BodyWords choosing={choosing} />}
        </Ways>
      )}
    </>
  );
}
