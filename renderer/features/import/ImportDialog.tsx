import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { words } from '../../words/en.ts';
import { importWords } from '../../words/import.ts';
import { ChooseFiles } from './ChooseFiles.tsx';
import styles from './Import.module.css';
import { Reading } from './Reading.tsx';
import { Taken } from './Taken.tsx';
import { TakeIn } from './TakeIn.tsx';
import { useImport, type RunningImport } from './use-import.ts';

/** Writing that comes in from files: choose, look, take in. Nothing is kept of what was not taken in. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const running = useImport();
  const { preview, taken, failure } = running;
  if (taken !== null) return <Taken taken={taken} onClose={onClose} />;
  if (preview !== undefined && preview.counts.entries > 0) {
    return <TakeIn preview={preview} running={running} onClose={onClose} />;
  }
  return (
    <Dialog
      title={importWords.title}
      onClose={onClose}
      width="medium"
      footer={<Footer running={running} onClose={onClose} />}
    >
      <div className={styles['stack']}>
        {failure !== null && <Failure {...describeError(failure)} />}
        <Body running={running} />
      </div>
    </Dialog>
  );
}

function Body({ running }: { readonly running: RunningImport }) {
  const { id, progress, preview } = running;
  if (id === null || progress === undefined) return <ChooseFiles />;
  return <Reading id={id} progress={progress} preview={preview} />;
}

function Footer(props: { readonly running: RunningImport; readonly onClose: () => void }) {
  const { running, onClose } = props;
  const { id, busy, choose, preview, failure, forget } = running;
  if (id !== null && (preview !== undefined || failure !== null)) {
    return (
      <>
        <Button onClick={forget}>{importWords.again}</Button>
        <Button variant="primary" onClick={onClose}>
          {words.common.close}
        </Button>
      </>
    );
  }
  if (id !== null) return <Button onClick={forget}>{words.common.cancel}</Button>;
  return (
    <>
      <Button icon="move" busy={busy} onClick={() => void choose('folder')}>
        {importWords.chooseFolder}
      </Button>
      <Button variant="primary" icon="letter" busy={busy} onClick={() => void choose('files')}>
        {importWords.chooseFiles}
      </Button>
    </>
  );
}
