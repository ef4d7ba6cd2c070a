import type { AppError } from '#shared/errors.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/Button.tsx';
import { words } from '../../words/en.ts';
import { printWords } from '../../words/print.ts';
import styles from './PrintPreview.module.css';
import { wayOf, type Leaving, type Way } from './use-leaving.ts';

interface LeavingButtonsProps {
  readonly leaving: Leaving;
  /** There are pages to print. */
  readonly isReady: boolean;
  readonly onLeave: (way: Way, button: HTMLElement) => void;
  readonly onClose: () => void;
}

/** The ways out, and what came of the last one. They stay in sight however long the choices are. */
export function LeavingButtons({ leaving, isReady, onLeave, onClose }: LeavingButtonsProps) {
  const { state } = leaving;
  const busy = wayOf(leaving);
  return (
    <div className={styles['end']}>
      {state === 'failed' && <LeavingFailure error={leaving.error} />}
      <p role="status" className={styles['saved']}>
        {state === 'saved' && printWords.savedAs(leaving.path)}
      </p>
      <Button
        variant="primary"
        size="wide"
        icon="print"
        busy={busy === 'printing'}
        disabled={!isReady || busy === 'saving'}
        onClick={event => onLeave('printing', event.currentTarget)}
      >
        {printWords.print}
      </Button>
      <Button
        size="wide"
        icon="download"
        busy={busy === 'saving'}
        disabled={!isReady || busy === 'printing'}
        onClick={event => onLeave('saving', event.currentTarget)}
      >
        {printWords.savePdf}
      </Button>
      <Button variant="quiet" size="wide" onClick={onClose}>
        {words.common.close}
      </Button>
    </div>
  );
}

function LeavingFailure({ error }: { readonly error: AppError }) {
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
