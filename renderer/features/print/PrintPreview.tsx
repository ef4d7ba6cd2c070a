import { useState } from 'react';
import type { EntryId } from '#shared/domain/ids.ts';
import { plainPaper, type Paper, type PrintOptions } from '#shared/domain/print.ts';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { useSettings, useShellInfo } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { words } from '../../words/en.ts';
import { Pages } from './Pages.tsx';
import styles from './PrintPreview.module.css';
import { usePreview } from './use-preview.ts';

interface PrintPreviewProps {
  readonly entryId: EntryId;
  readonly onClose: () => void;
}

type Doing = 'printing' | 'saving';

/** The letter as it will be on paper, page by page, with the few choices paper has. */
export function PrintPreview({ entryId, onClose }: PrintPreviewProps) {
  const { paper } = useShellInfo();
  const { printHeadings } = useSettings();
  const [options, setOptions] = useState<PrintOptions>({
    ...plainPaper(paper),
    headings: printHeadings,
  });
  const preview = usePreview(entryId, options);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [savedAs, setSavedAs] = useState<string | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);

  const choose = (change: Partial<PrintOptions>): void => {
    setOptions({ ...options, ...change });
    setSavedAs(null);
    setFailure(null);
    if (change.headings !== undefined) {
      void call('settings.update', { printHeadings: change.headings });
    }
  };

  async function perform(what: Doing): Promise<void> {
    setDoing(what);
    setFailure(null);
    setSavedAs(null);
    const request = { id: entryId, options };
    const reply =
      what === 'printing'
        ? await call('shell.print', request)
        : await call('shell.savePdf', request);
    setDoing(null);
    if (reply.ok) setSavedAs(reply.value?.path ?? null);
    else if (reply.error.code !== 'export.cancelled') setFailure(reply.error);
  }

  const isReady = preview.status === 'ready' && doing === null;
  return (
    <Dialog title={words.print.title} onClose={onClose} width="full" bare>
      <div className={styles['preview']}>
        <Pages preview={preview} paper={options.paper} />
        <aside className={styles['side']}>
          <h2 className={styles['title']}>{words.print.title}</h2>
          <Select<Paper>
            label={words.print.paper}
            value={options.paper}
            options={[
              { value: 'a4', label: words.print.a4 },
              { value: 'letter', label: words.print.letter },
            ]}
            onChange={value => {
              choose({ paper: value });
            }}
          />
          <div className={styles['choices']}>
            <Switch
              label={words.print.headings}
              checked={options.headings}
              onChange={headings => {
                choose({ headings });
              }}
            />
            <Switch
              label={words.print.pageNumbers}
              checked={options.pageNumbers}
              onChange={pageNumbers => {
                choose({ pageNumbers });
              }}
            />
          </div>
          {preview.status === 'ready' && preview.leftOut.length > 0 && (
            <Notice>{words.print.leftOut(preview.leftOut)}</Notice>
          )}
          <p className={styles['note']}>{words.print.titleStays}</p>
          <div className={styles['end']}>
            {failure !== null && <PrintFailure error={failure} />}
            <p role="status" className={styles['saved']}>
              {savedAs !== null && words.print.savedAs(savedAs)}
            </p>
            <Button
              variant="primary"
              size="wide"
              icon="print"
              busy={doing === 'printing'}
              disabled={!isReady && doing !== 'printing'}
              onClick={() => void perform('printing')}
            >
              {words.print.print}
            </Button>
            <Button
              size="wide"
              icon="download"
              busy={doing === 'saving'}
              disabled={!isReady && doing !== 'saving'}
              onClick={() => void perform('saving')}
            >
              {words.print.savePdf}
            </Button>
            <Button variant="quiet" size="wide" onClick={onClose}>
              {words.common.close}
            </Button>
          </div>
        </aside>
      </div>
    </Dialog>
  );
}

function PrintFailure({ error }: { readonly error: AppError }) {
  const { title, kept, next } = describeError(error);
  return (
    <div role="alert" className={styles['failure']}>
      <b>{title}</b>
      <p>
        {kept} {next}
      </p>
    </div>
  );
}
