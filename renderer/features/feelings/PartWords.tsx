import { words } from '../../words/feelings.ts';
import { partOf } from './choices.ts';
import { ChoiceList } from './ChoiceList.tsx';
import type { Choosing } from './choosing.ts';
import { findWord, type WheelWord } from './vocabulary.ts';

interface PartWordsProps {
  readonly word: WheelWord;
  readonly choosing: Choosing;
}

/** The words of the part of the wheel in which a word lies, with their meanings. */
export function PartWords({ word, choosing }: PartWordsProps) {
  const core = findWord(word.core) ?? word;
  return (
    <ChoiceList
      key={core.word}
      label={words.wheel.wordsOf(core.label)}
      layout="rows"
      groups={[partOf(core)]}
      isChosen={choosing.isChosen}
      onChoose={choosing.choose}
    />
  );
}
