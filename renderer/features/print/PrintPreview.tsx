import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Copy } from '#shared/domain/audience.ts';
import type { Entry } from '#shared/domain/entry.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { describeThrown } from '../../api/describe-error.ts';
import { queries } from '../../api/queries.ts';
import { ui } from '../../state/ui-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import type { Answered } from '../../ui/GateQuestions.tsx';
import { SafetyGate } from '../../ui/SafetyGate.tsx';
import { printWords as words } from '../../words/print.ts';
import { Choices } from './Choices.tsx';
import { ForWhom } from './ForWhom.tsx';
import { LeavingButtons } from './LeavingButtons.tsx';
import { MarkedLetter } from './MarkedLetter.tsx';
import styles from './PrintPreview.module.css';
import { copies } from './queries.ts';
import { usualAudience } from './recipient.ts';
import { Stage } from './Stage.tsx';
import { StaysOut } from './StaysOut.tsx';
import { useLeaving } from './use-leaving.ts';
import { useOptions } from './use-options.ts';
import { usePreview } from './use-preview.ts';

interface PrintPreviewProps {
  readonly entryId: EntryId;
  readonly onClose: () => void;
}

/** The letter as it will be on paper, page by page, and the choices paper has. */
export function PrintPreview({ entryId, onClose }: PrintPreviewProps) {
  const { data: entry, error } = useQuery(copies.entry(entryId));
  if (entry !== undefined) return <Opened entry={entry} onClose={onClose} />;
  // What can not be read can still be closed: the window below is as it was.
  return error === null ? null : (
    <Dialog title={words.title} onClose={onClose} width="small">
      <Failure {...describeThrown(error)} />
    </Dialog>
  );
}

interface OpenedProps {
  readonly entry: Entry;
  readonly onClose: () => void;
}

function Opened({ entry, onClose }: OpenedProps) {
  const entryId = entry.id;
  const journeys = useSuspenseQuery(queries.journeys).data;
  const journey = journeys.find(({ id }) => id === entry.journeyId);
  const [options, setOptions] = useOptions();
  const [copy, setCopy] = useState<Copy>({
    audience: usualAudience(entry.templateId, journey),
    withPrivate: false,
  });
  const [isMarked, setMarked] = useState(false);
  const [answered, setAnswered] = useState<Answered>({});
  const pressed = useRef<HTMLElement>(null);
  const preview = usePreview({ id: entryId, options, copy });
  const { leaving, leave, share, stay, askAgain } = useLeaving({ id: entryId, options, copy });

  const hasNoCards =
    options.layout === 'cards' &&
    preview.status === 'ready' &&
    preview.pages.every(({ text }) => text.trim() === '');

  const chooseCopy = (next: Copy): void => {
    setCopy(next);
    stay();
    if (next.audience === 'for-me') setMarked(false);
    if (next.audience === copy.audience) return;
    askAgain();
    setAnswered({});
  };

  return (
    <Dialog title={words.title} onClose={onClose} width="full" bare>
      <div className={styles['preview']}>
        <Stage
          preview={preview}
          paper={options.paper}
          instead={insteadOfPages({ hasNoCards, isMarked, entryId, copy })}
        />
        <aside className={styles['side']}>
          <div className={styles['choices']}>
            <h2 className={styles['title']}>{words.title}</h2>
            <ForWhom
              entry={entry}
              options={options}
              copy={copy}
              onLayout={layout => {
                setOptions({ layout });
                stay();
              }}
              onCopy={chooseCopy}
            />
            <StaysOut
              id={entryId}
              copy={copy}
              onCopy={chooseCopy}
              isShown={isMarked}
              onShow={setMarked}
            />
            <Choices
              options={options}
              onChange={change => {
                setOptions(change);
                stay();
              }}
            />
            <p className={styles['note']}>{words.titleStays}</p>
          </div>
          <LeavingButtons
            leaving={leaving}
            isReady={preview.status === 'ready' && !hasNoCards}
            onLeave={(way, button) => {
              pressed.current = button;
              void leave(way);
            }}
            onClose={onClose}
          />
        </aside>
      </div>
      {leaving.state === 'asked' && (
        <SafetyGate
          gate={leaving.gate}
          answered={answered}
          onAnswered={setAnswered}
          finalFocus={pressed}
          onPass={answers => void share(leaving.way, answers)}
          onCounsellor={() => chooseCopy({ audience: 'for-counsellor', withPrivate: false })}
          onHelp={() => ui.openDialog({ name: 'safety' })}
          onBack={stay}
          onKeep={stay}
        />
      )}
    </Dialog>
  );
}

interface Shown {
  readonly hasNoCards: boolean;
  readonly isMarked: boolean;
  readonly entryId: EntryId;
  readonly copy: Copy;
}

/** What stands on the desk when it is not the pages. */
function insteadOfPages({ hasNoCards, isMarked, entryId, copy }: Shown) {
  if (isMarked) return <MarkedLetter id={entryId} copy={copy} />;
  if (hasNoCards) return <p className={styles['empty']}>{words.noCards}</p>;
  return undefined;
}
