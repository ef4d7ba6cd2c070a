import { useRef, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { words } from '../../words/feelings.ts';
import type { Choosing } from './choosing.ts';
import colours from './Colours.module.css';
import { drawingOf, isExpanded, type WheelPlace, type WheelSize } from './drawing.ts';
import { createTyped } from './typed.ts';
import { findWord, type WheelWord } from './vocabulary.ts';
import { walk, wordTyped } from './walk.ts';
import styles from './Wheel.module.css';
import { outlineOf, sectorOf } from './wheel-shape.ts';
import { WheelSegment } from './WheelSegment.tsx';

interface WheelProps {
  readonly size: WheelSize;
  readonly place: WheelPlace;
  readonly onPlace: (place: WheelPlace) => void;
  readonly choosing: Choosing;
  /** The pointer rests on a word, or on none. */
  readonly onPoint: (word: WheelWord | null) => void;
}

/**
 * The feelings as a wheel of three rings. To a screen reader it is a tree: up and down go round a
 * ring, right goes outwards, left goes back in.
 */
export function Wheel({ size, place, onPlace, choosing, onPoint }: WheelProps) {
  const tree = useRef<SVGSVGElement>(null);
  const typed = useRef(createTyped());
  const drawing = drawingOf(size, place);
  const { kind, rings, turn } = drawing;

  function goTo(next: WheelPlace) {
    const hadFocus = tree.current?.contains(document.activeElement) === true;
    flushSync(() => onPlace(next));
    if (!hadFocus) return;
    const segments = [...(tree.current?.querySelectorAll<SVGElement>('[data-word]') ?? [])];
    segments.find(segment => segment.dataset['word'] === next.word.word)?.focus();
  }

  function press(word: WheelWord) {
    const opens = kind === 'cores' || (kind === 'part' && word.core !== place.word.core);
    goTo({ word, isOpen: place.isOpen || opens });
    if (!opens) choosing.choose(word.word);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { isOpen } = place;
    const word = wordOf(event.target) ?? place.word;
    if (event.key === 'Enter' || event.key === ' ') press(word);
    else if (event.key === 'ArrowRight' && kind === 'cores') goTo({ word, isOpen: true });
    else if (event.key === 'ArrowLeft' && kind === 'part' && word.ring === 0) {
      goTo({ word, isOpen: false });
    } else {
      const next =
        event.key.length === 1 ? wordTyped(word, typed.current(event)) : walk(word, event.key);
      if (next === undefined) return;
      goTo({ word: next, isOpen: isOpen || next.ring > 0 });
    }
    event.preventDefault();
  }

  return (
    <svg
      ref={tree}
      className={styles['wheel']}
      viewBox={drawing.viewBox}
      data-kind={kind}
      role="tree"
      aria-label={words.wheel.label}
      aria-description={words.wheel.keys}
      aria-multiselectable
      onKeyDown={onKeyDown}
      onPointerLeave={() => onPoint(null)}
    >
      {drawing.shades.map(({ word, core, ...shade }) => (
        <path
          key={word}
          className={`${styles['shade']} ${colours['coloured']}`}
          data-core={core}
          data-ring={shade.ring}
          d={outlineOf(sectorOf({ word, core, ...shade }, rings, turn))}
          onPointerDown={event => event.preventDefault()}
        />
      ))}
      {drawing.words.map(word => (
        <WheelSegment
          key={word.word}
          word={word}
          sector={sectorOf(word, rings, turn)}
          isUpright={kind === 'cores'}
          isCurrent={word === place.word}
          isChosen={choosing.isChosen(word.word)}
          isExpanded={isExpanded(word, drawing, place)}
          onPress={press}
          onPoint={onPoint}
        />
      ))}
      <path
        className={styles['focus']}
        aria-hidden
        d={outlineOf(sectorOf(place.word, rings, turn))}
      />
    </svg>
  );
}

/** The word whose segment has the focus, which a screen reader may have moved by itself. */
const wordOf = (target: EventTarget): WheelWord | undefined =>
  target instanceof SVGElement ? findWord(target.dataset['word'] ?? '') : undefined;
