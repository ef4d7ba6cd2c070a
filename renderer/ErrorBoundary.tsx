import { Component, type ReactNode } from 'react';
import styles from './ErrorBoundary.module.css';
import { Button } from './ui/Button.tsx';
import { words } from './words/en.ts';

/** The last resort: the page broke, what was saved is safe, and it can be started again. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className={styles['screen']}>
        <div role="alert">
          <h1 className={styles['title']}>{words.crash.title}</h1>
          <p className={styles['text']}>{words.crash.text}</p>
          <Button variant="primary" onClick={() => window.location.reload()}>
            {words.crash.reload}
          </Button>
        </div>
      </main>
    );
  }
}
