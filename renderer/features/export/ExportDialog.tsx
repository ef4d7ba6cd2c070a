import { useState } from 'react';
import type { ExportId, ExportRequest, ExportWritten } from '#shared/domain/export.ts';
import type { GateAnswer } from '#shared/domain/safety-gate.ts';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { useSettings } from '../../api/queries.ts';
import { ui, type ExportStart } from '../../state/ui-store.ts';
import { noPassphrase, type TwicePassphrase } from '../../ui/NewPassphrase.tsx';
import type { Answered } from '../../ui/GateQuestions.tsx';
import { SafetyGate } from '../../ui/SafetyGate.tsx';
import { change, choicesFor, selectionOf, type Choices } from './choices.ts';
import { ChooseDialog, type Decided } from './ChooseDialog.tsx';
import { DoneDialog } from './DoneDialog.tsx';
import { ReceiptsDialog } from './ReceiptsDialog.tsx';
import { RunningDialog } from './RunningDialog.tsx';

interface ExportDialogProps {
  readonly start: ExportStart;
  readonly onClose: () => void;
}

type Stage =
  | { readonly name: 'choose'; readonly failure: AppError | null }
  | { readonly name: 'gate'; readonly decided: Decided }
  | { readonly name: 'running'; readonly id: ExportId | null }
  | { readonly name: 'done'; readonly written: ExportWritten }
  | { readonly name: 'receipts' };

/** What an answer to the questions is about: it counts for no other letter, and no other reader. */
const sameness = (choices: Choices): string =>
  JSON.stringify([selectionOf(choices), choices.oneByOne, choices.audience, choices.withPrivate]);

/** Lets writing out: what, for whom and as what, the questions before it, and what became of it. */
export function ExportDialog({ start, onClose }: ExportDialogProps) {
  const { printHeadings, currentJourneyId } = useSettings();
  const [choices, setChoices] = useState(() =>
    choicesFor(start, { headings: printHeadings, journeyId: currentJourneyId }),
  );
  const [passphrase, setPassphrase] = useState<TwicePassphrase>(noPassphrase);
  const [stage, setStage] = useState<Stage>({ name: 'choose', failure: null });
  const [answered, setAnswered] = useState<Answered>({});
  const [passed, setPassed] = useState<readonly GateAnswer[]>([]);
  const choose = (failure: AppError | null = null) => setStage({ name: 'choose', failure });

  function changeChoices(changed: Partial<Choices>) {
    const next = change(choices, changed);
    setChoices(next);
    if (sameness(next) === sameness(choices)) return;
    setPassed([]);
    setAnswered({});
  }

  async function run(request: ExportRequest, answers: readonly GateAnswer[]) {
    setStage({ name: 'running', id: null });
    const prepared = await call('exports.prepare', {
      request: { ...request, gate: [...answers] },
      passphrase: choices.isSealed ? passphrase.first : null,
    });
    if (!prepared.ok) {
      choose(prepared.error);
      return;
    }
    const { id } = prepared.value;
    setStage({ name: 'running', id });
    const reply = await call('shell.runExport', id);
    if (!reply.ok) {
      choose(reply.error);
      return;
    }
    setPassphrase(noPassphrase);
    setStage({ name: 'done', written: reply.value });
  }

  function decide(decided: Decided) {
    const { request, gate } = decided;
    if (gate.sides.length === 0) void run(request, []);
    else if (passed.length === 0) setStage({ name: 'gate', decided });
    else void run(request, passed);
  }

  switch (stage.name) {
    case 'choose':
      return (
        <ChooseDialog
          choices={choices}
          passphrase={passphrase}
          failure={stage.failure}
          onChange={changeChoices}
          onPassphrase={setPassphrase}
          onDecide={decide}
          onReceipts={() => setStage({ name: 'receipts' })}
          onClose={onClose}
        />
      );
    case 'gate':
      return (
        <SafetyGate
          gate={stage.decided.gate}
          answered={answered}
          onAnswered={setAnswered}
          onPass={answers => {
            setPassed(answers);
            void run(stage.decided.request, answers);
          }}
          onCounsellor={() => {
            changeChoices({ audience: 'for-counsellor' });
            choose();
          }}
          onHelp={() => ui.openDialog({ name: 'safety' })}
          onBack={() => choose()}
          onKeep={onClose}
        />
      );
    case 'running':
      return <RunningDialog id={stage.id} />;
    case 'done':
      return (
        <DoneDialog
          written={stage.written}
          isSealed={choices.isSealed}
          onAnother={() => choose()}
          onReceipts={() => setStage({ name: 'receipts' })}
          onClose={onClose}
        />
      );
    case 'receipts':
      return <ReceiptsDialog onBack={() => choose()} onClose={onClose} />;
    default:
      return stage satisfies never;
  }
}
