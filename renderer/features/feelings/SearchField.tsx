import { FramedInput } from '../../ui/FramedInput.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { words } from '../../words/feelings.ts';
import { pressAndStay } from './press-and-stay.ts';

interface SearchFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Looks through words, meanings, judgement words and the body. Escape empties it first. */
export function SearchField({ text, onText }: SearchFieldProps) {
  return (
    <FramedInput
      icon="search"
      role="searchbox"
      label={words.search.label}
      placeholder={words.search.placeholder}
      value={text}
      onValueChange={onText}
      onKeyDown={event => {
        if (event.key !== 'Escape' || text === '') return;
        event.stopPropagation();
        onText('');
      }}
      end={
        text !== '' && (
          <IconButton
            icon="close"
            label={words.search.clear}
            onClick={event => pressAndStay(event.currentTarget, () => onText(''))}
          />
        )
      }
    />
  );
}
