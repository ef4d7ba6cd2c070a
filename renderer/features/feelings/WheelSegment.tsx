import colours from './Colours.module.css';
import { siblingsOf, type WheelWord } from './vocabulary.ts';
import styles from './Wheel.module.css';
import { labelOf, levelLabelOf, outlineOf, type Sector } from './wheel-shape.ts';

interface WheelSegmentProps {
  readonly word: WheelWord;
  readonly sector: Sector;
  /** The label stands level instead of along the radius. */
  readonly isUpright: boolean;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly isExpanded: boolean | undefined;
  readonly onPress: (word: WheelWord) => void;
  readonly onPoint: (word: WheelWord) => void;
}

/** One word of the wheel, on its piece of a ring. */
export function WheelSegment(props: WheelSegmentProps) {
  const { word, sector, isUpright, isCurrent, isChosen, isExpanded, onPress, onPoint } = props;
  const { x, y, rotate } = isUpright ? levelLabelOf(sector) : labelOf(sector);
  const siblings = siblingsOf(word);
  return (
    <g
      className={`${styles['segment']} ${colours['coloured']}`}
      data-word={word.word}
      data-core={word.core}
      data-ring={word.ring}
      role="treeitem"
      aria-label={`${word.label}, ${word.definition}`}
      aria-level={word.ring + 1}
      aria-posinset={siblings.indexOf(word) + 1}
      aria-setsize={siblings.length}
      aria-selected={isChosen}
      aria-expanded={isExpanded}
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => onPress(word)}
      onPointerEnter={() => onPoint(word)}
    >
      <path className={styles['ground']} d={outlineOf(sector)} />
      <text
        className={styles['label']}
        transform={`translate(${x} ${y}) rotate(${rotate.toFixed(2)})`}
      >
        {word.label}
      </text>
    </g>
  );
}
