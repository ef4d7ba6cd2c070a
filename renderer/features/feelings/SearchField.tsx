import { IconButton } from '../../ui/IconButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { words } from '../../words/feelings.ts';
import styles from './Finder.module.css';
import { pressAndStay } from './press-and-stay.ts';

interface SearchFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Looks through words, meanings, judgement words and the body. Escape empties it first. */
export function SearchField({ text, onText }: SearchFieldProps) {
  return (
    <div className={styles['search']}>
      <Icon name="search" size={15} />
      <input
        autoComplete="off"
        type="text"
        role="searchbox"
        className={styles['input']}
        aria-label={words.search.label}
        placeholder={words.search.placeholder}
        value={text}
        onChange={event => onText(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape' || text === '') return;
          event.stopPropagation();
          onText('');
        }}
      />
      {text !== '' && (
        <IconButton
          icon="close"
          label={words.search.clear}
          onClick={event => pressAndStay(event.currentTarget, () => onText(''))}
        />
      )}
    </div>
  );
}
