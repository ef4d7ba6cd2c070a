import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ExportPreview, ExportRequest } from '#shared/domain/export.ts';
import type { AppError } from '#shared/errors.ts';
import { describeError } from '../../api/describe-error.ts';
import { queries, useShellInfo } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import {
  isUsable,
  type NewPassphraseFields,
  type TwicePassphrase,
} from '../../ui/NewPassphrase.tsx';
import { words } from '../../words/en.ts';
import { exportWords } from '../../words/export.ts';
import { AsWhat } from './AsWhat.tsx';
import { requestOf, selectionOf, type Choices } from './choices.ts';
import styles from './Export.module.css';
import { ForWhom } from './ForWhom.tsx';
import { Preview } from './Preview.tsx';
import { Seal } from './Seal.tsx';
import { WhatGoes } from './WhatGoes.tsx';

/** A complete choice, as it was shown. */
export interface Decided {
  readonly request: ExportRequest;
  readonly gate: ExportPreview['gate'];
}

interface ChooseDialogProps {
  readonly choices: Choices;
  readonly passphrase: TwicePassphrase;
  /** Why the export before this one did not work. */
  readonly failure: AppError | null;
  readonly onChange: (changed: Partial<Choices>) => void;
  readonly onPassphrase: (passphrase: TwicePassphrase) => void;
  readonly onDecide: (decided: Decided) => void;
  readonly onReceipts: () => void;
  readonly onClose: () => void;
}

/** The choices on one side, and on the other exactly what they mean. */
export function ChooseDialog(props: ChooseDialogProps) {
  const { choices, passphrase, failure, onChange, onDecide, onReceipts, onClose } = props;
  const { paper } = useShellInfo();
  const [tried, setTried] = useState(false);
  const request = requestOf(choices, paper);
  const preview = useQuery(queries.exportPreview(request));
  const shown = request === null ? undefined : preview.data;
  const isCurrent = shown !== undefined && !preview.isPlaceholderData && preview.error === null;
  const fields = useRef<NewPassphraseFields>(null);

  function decide() {
    if (choices.isSealed && !isUsable(passphrase)) {
      setTried(true);
      fields.current?.goToProblem();
      return;
    }
    if (request === null || !isCurrent || shown.entries.length === 0) return;
    onDecide({ request, gate: shown.gate });
  }

  return (
    <Dialog
      title={exportWords.title}
      width="large"
      bare
      onClose={onClose}
      footer={
        <>
          <span className={styles['aside']}>
            <Button variant="quiet" icon="history" onClick={onReceipts}>
              {exportWords.receipts.title}
            </Button>
          </span>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button
            variant="primary"
            icon="download"
            disabled={!isCurrent || shown.entries.length === 0}
            onClick={decide}
          >
            {exportWords.export}
          </Button>
        </>
      }
    >
      <div className={styles['dialog']}>
        <div className={styles['choices']}>
          <h2 className={styles['title']}>{exportWords.title}</h2>
          <WhatGoes choices={choices} onChange={onChange} />
          <ForWhom choices={choices} onChange={onChange} />
          <AsWhat choices={choices} onChange={onChange} />
          <Seal
            isSealed={choices.isSealed}
            passphrase={passphrase}
            tried={tried}
            fields={fields}
            onChange={onChange}
            onPassphrase={props.onPassphrase}
            onEnter={decide}
          />
        </div>
        <div
          className={styles['preview']}
          role="region"
          aria-label={exportWords.preview}
          aria-busy={preview.isFetching}
          tabIndex={0}
        >
          {failure !== null && <Outcome failure={failure} />}
          <Preview
            preview={shown}
            error={request === null ? null : preview.error}
            isStale={!isCurrent}
            isSealed={choices.isSealed}
            missing={missingIn(choices)}
            oneByOne={choices.oneByOne}
            onOneByOne={oneByOne => onChange({ oneByOne })}
          />
        </div>
      </div>
    </Dialog>
  );
}

/** What is not chosen yet, in words; null when all of it is. */
function missingIn(choices: Choices): string | null {
  if (selectionOf(choices) === null) return exportWords.nothingChosen;
  return choices.audience === null ? exportWords.nobodyChosen : null;
}

/** A cancelled export is no failure: it did what was asked. */
function Outcome({ failure }: { readonly failure: AppError }) {
  return (
    <div className={styles['outcome']}>
      {failure.code === 'export.cancelled' ? (
        <p role="status">{exportWords.cancelled}</p>
      ) : (
        <Failure {...describeError(failure)} />
      )}
    </div>
  );
}
