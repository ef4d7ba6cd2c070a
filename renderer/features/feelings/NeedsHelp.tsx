import type { Judgement } from '#shared/content/feelings.ts';
import { words } from '../../words/feelings.ts';
import { needGroups } from './choices.ts';
import { ChoiceList } from './ChoiceList.tsx';
import type { Choosing } from './choosing.ts';

interface NeedsHelpProps {
  readonly choosing: Choosing;
  /** A judgement word that was written as the feeling. */
  readonly judgement: Judgement | undefined;
}

/** Needs in their groups; choosing joins them in the line. */
export function NeedsHelp({ choosing, judgement }: NeedsHelpProps) {
  return (
    <ChoiceList
      label={words.needs.list}
      layout="chips"
      groups={needGroups(judgement)}
      isChosen={choosing.isChosen}
      onChoose={choosing.choose}
    />
  );
}
