import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { words } from '../../words/feelings.ts';
import { bodyGroups, withMeaning } from './choices.ts';
import { ChoiceList } from './ChoiceList.tsx';
import type { Choosing } from './choosing.ts';
import styles from './Finder.module.css';
import { capital } from './capital.ts';
import { JudgementOffer } from './JudgementOffer.tsx';
import { lookUp, ownWordOf } from './look-up.ts';

interface SearchResultsProps {
  readonly text: string;
  readonly choosing: Choosing;
  readonly dismissed: readonly string[];
  readonly onDismiss: (word: string) => void;
}

/** What a search found, and the person's own word all the same. */
export function SearchResults({ text, choosing, dismissed, onDismiss }: SearchResultsProps) {
  const found = lookUp(text);
  const own = ownWordOf(text, found);
  const offered = found.judgements.filter(
    // Beneath a word of the line the feelings are offered already.
    ({ note, word }) => note === 'offer' && !dismissed.includes(word) && !choosing.isChosen(word),
  );
  const count = found.words.length + found.sensations.length + found.judgements.length;
  const { isChosen, choose } = choosing;
  return (
    <div className={styles['results']}>
      <p className={count === 0 ? styles['lead'] : 'visually-hidden'} role="status">
        {count === 0 ? words.search.none : words.search.found(count)}
      </p>
      {offered.slice(0, 2).map(judgement => (
        <JudgementOffer
          key={judgement.word}
          judgement={judgement}
          choosing={choosing}
          onDismiss={() => onDismiss(judgement.word)}
        />
      ))}
      {found.judgements.map(({ word, note }) => (
        <div key={word} className={styles['own']}>
          {note === 'quiet' && <p className={styles['lead']}>{words.search.kept(capital(word))}</p>}
          <Button size="small" aria-pressed={isChosen(word)} onClick={() => choose(word)}>
            {words.search.own(word)}
          </Button>
          {note === 'quiet' && (
            <Button
              size="small"
              variant="quiet"
              icon="help"
              onClick={() => ui.openDialog({ name: 'safety' })}
            >
              {words.search.help}
            </Button>
          )}
        </div>
      ))}
      {found.words.length > 0 && (
        <ChoiceList
          label={words.search.results}
          layout="rows"
          groups={[
            {
              title: words.search.results,
              isTitled: true,
              choices: found.words.map(withMeaning),
            },
          ]}
          isChosen={isChosen}
          onChoose={choose}
        />
      )}
      {found.sensations.length > 0 && (
        <>
          <p className={styles['lead']}>{words.body.lead}</p>
          <ChoiceList
            label={words.body.label}
            layout="chips"
            groups={bodyGroups(found.sensations)}
            isChosen={isChosen}
            onChoose={choose}
          />
        </>
      )}
      {own !== undefined && (
        <div className={styles['own']}>
          <Button size="small" aria-pressed={isChosen(own)} onClick={() => choose(own)}>
            {words.search.own(own)}
          </Button>
        </div>
      )}
    </div>
  );
}
