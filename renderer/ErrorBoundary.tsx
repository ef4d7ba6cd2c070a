import { Component, useEffect, type ReactNode } from 'react';
import { call } from './api/client.ts';
import styles from './ErrorBoundary.module.css';
import { Button } from './ui/Button.tsx';
import { words } from './words/en.ts';

/** The last resort: the page broke, what was saved is safe, and a lock starts everything anew. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <Broken />;
  }
}

/**
 * There is nothing here any more that could be saved. What the page sent before it broke may be on
 * its way, and the vault's answer comes after it on the same line.
 */
async function answerFlush(asked: number): Promise<void> {
  await call('vault.status');
  await call('shell.flushed', { asked, saved: true });
}

/** The keys and the menu went with the page, so the button is the only way on. */
function Broken() {
  useEffect(
    () =>
      window.bridge.subscribe(event => {
        if (event.type === 'flush') void answerFlush(event.asked);
      }),
    [],
  );
  return (
    <main className={styles['screen']}>
      <div role="alert">
        <h1 className={styles['title']}>{words.crash.title}</h1>
        <p className={styles['text']}>{words.crash.text}</p>
        <Button variant="primary" icon="lock" autoFocus onClick={() => void call('shell.lock')}>
          {words.crash.lock}
        </Button>
      </div>
    </main>
  );
}
