import { useState } from 'react';
import type { Judgement } from '#shared/content/feelings.ts';
import { PARTS, type PartOf } from '#shared/domain/blocks.ts';
import type { EditorHandle } from '../../editor/handle.ts';
import { words } from '../../words/feelings.ts';
import { ChooseFeelings } from './ChooseFeelings.tsx';
import { choosingIn } from './choosing.ts';
import { useDismissed } from './dismissed.ts';
import { judgementIn } from './judgements.ts';
import { LikeHelp } from './LikeHelp.tsx';
import { NeedsHelp } from './NeedsHelp.tsx';
import styles from './Panel.module.css';
import { WhenHelp } from './WhenHelp.tsx';

type Part = PartOf<'statement'>;

interface StatementProps {
  readonly editor: EditorHandle;
  readonly part: Part;
  readonly line: string;
  readonly write: (line: string) => void;
}

/** The four parts of a statement, and help with the one the caret is in. */
export function Statement({ editor, part, line, write }: StatementProps) {
  const judgement = useJudgement(part, line);
  const begin = (text: string) => {
    write(text);
    editor.goToPart(part);
  };
  return (
    <>
      <Steps part={part} onGo={editor.goToPart} />
      <div>
        <h2 className={styles['title']}>{words.parts[part].title}</h2>
        <p className={styles['lead']}>{words.parts[part].lead}</p>
      </div>
      {part === 'when' && <WhenHelp line={line} onBegin={begin} />}
      {part === 'feel' && <ChooseFeelings choosing={choosingIn(line, write)} line={line} />}
      {part === 'need' && <NeedsHelp choosing={choosingIn(line, write)} judgement={judgement} />}
      {part === 'like' && <LikeHelp line={line} onBegin={begin} />}
    </>
  );
}

interface StepsProps {
  readonly part: Part;
  readonly onGo: (part: Part) => void;
}

function Steps({ part, onGo }: StepsProps) {
  return (
    <ol className={styles['steps']} aria-label={words.steps}>
      {PARTS.statement.map(each => (
        <li key={each}>
          <button
            type="button"
            className={styles['step']}
            aria-current={each === part ? 'step' : undefined}
            onClick={() => onGo(each)}
          >
            {words.parts[each].short}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** The judgement word among the feelings of this statement, remembered for the needs. */
function useJudgement(part: Part, line: string): Judgement | undefined {
  const [seen, setSeen] = useState<Judgement>();
  const dismissed = useDismissed();
  const current = part === 'feel' ? judgementIn(line, dismissed) : seen;
  if (current !== seen) setSeen(current);
  return current;
}
