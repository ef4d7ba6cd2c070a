import { useId } from 'react';
import { STRENGTHS, type Feeling } from '#shared/domain/feeling.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { words } from '../../words/feelings.ts';
import { isShort, type Choosing } from './choosing.ts';
import styles from './ChosenFeelings.module.css';
import colours from './Colours.module.css';
import { pressAndStay } from './press-and-stay.ts';
import { findWord } from './vocabulary.ts';

const FEW = 3;

/** What is chosen, with how strong it is. */
export function ChosenFeelings({ choosing }: { readonly choosing: Choosing }) {
  const chosen = choosing.chosen.filter(isShort);
  if (chosen.length === 0) return null;
  return (
    <div>
      <ul className={styles['chosen']} aria-label={words.chosen.label}>
        {chosen.map(feeling => (
          <Chosen key={feeling.word} feeling={feeling} choosing={choosing} />
        ))}
      </ul>
      {chosen.length > FEW && <p className={styles['many']}>{words.chosen.many}</p>}
    </div>
  );
}

interface ChosenProps {
  readonly feeling: Feeling;
  readonly choosing: Choosing;
}

function Chosen({ feeling: { word, strength }, choosing }: ChosenProps) {
  const name = useId();
  return (
    <li className={`${styles['feeling']} ${colours['coloured']}`} data-core={findWord(word)?.core}>
      <span className={styles['word']}>{word}</span>
      <fieldset className={styles['strengths']}>
        <legend className="visually-hidden">{words.chosen.strength(word)}</legend>
        {STRENGTHS.map(each => (
          <label key={each} className={styles['strength']}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={each === strength}
              // Chosen again, as with a scale, it is not: a feeling needs no strength. React wants both.
              onClick={() => choosing.strengthen(word, each === strength ? null : each)}
              onChange={() => undefined}
            />
            {words.chosen.strengths[each]}
          </label>
        ))}
      </fieldset>
      <IconButton
        icon="close"
        label={words.chosen.remove(word)}
        onClick={event => pressAndStay(event.currentTarget, () => choosing.choose(word))}
      />
    </li>
  );
}
