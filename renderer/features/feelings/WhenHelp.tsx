import { useCurrentJourney } from '../../api/queries.ts';
import { Notice } from '../../ui/Notice.tsx';
import { words } from '../../words/feelings.ts';
import { Begin } from './Begin.tsx';
import { capital } from './capital.ts';
import { generalIn } from './judgements.ts';
import styles from './Panel.module.css';

interface WhenHelpProps {
  readonly line: string;
  readonly onBegin: (text: string) => void;
}

/** Help to tell one moment, rather than how things are in general. */
export function WhenHelp({ line, onBegin }: WhenHelpProps) {
  const role = useCurrentJourney()?.role;
  const side = role === 'caused-harm' ? role : 'was-hurt';
  const general = generalIn(line);
  return (
    <>
      {line.trim() === '' && (
        <Begin label={words.when.openings} openings={words.when.begin[side]} onBegin={onBegin} />
      )}
      <p className={styles['lead']}>{words.when.example[side]}</p>
      {general !== undefined && <Notice>{words.when.general(capital(general))}</Notice>}
    </>
  );
}
