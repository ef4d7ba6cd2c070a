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

/** The keys and the menu went with the page, so the button is the only way on. */
function Broken() {
  useEffect(
    () =>
      window.bridge.subscribe(event => {
        // There is nothing here any more that could be saved.
        if (event.type === 'flush') void call('shell.flushed', { saved: true });
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
