import { useEffect, useRef, type ReactNode } from 'react';
import { describeThrown } from '../api/describe-error.ts';
import { Failure } from './Failure.tsx';
import styles from './Page.module.css';

interface PageProps {
  readonly title: string;
  readonly lead?: string;
  /** What can be chosen or begun, at the end of the head. */
  readonly tools: ReactNode;
  /** Why what belongs here could not be read, or null. */
  readonly error: Error | null;
  readonly children: ReactNode;
}

/** A page of the app that holds one long list. Its heading has the focus when it comes. */
export function Page({ title, lead, tools, error, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <div className={styles['words']}>
          <h1 ref={heading} tabIndex={-1} className={styles['title']}>
            {title}
          </h1>
          {lead !== undefined && <p className={styles['lead']}>{lead}</p>}
        </div>
        <div className={styles['tools']}>{tools}</div>
      </div>
      {error !== null && (
        <div className={styles['failure']}>
          <Failure {...describeThrown(error)} />
        </div>
      )}
      {children}
    </div>
  );
}

interface EmptyPageProps {
  readonly title: string;
  readonly lead: string;
  /** With what it could begin. */
  readonly children?: ReactNode;
}

/** What a page says while there is nothing on it. */
export function EmptyPage({ title, lead, children }: EmptyPageProps) {
  return (
    <div className={styles['empty']}>
      <p className={styles['emptyTitle']}>{title}</p>
      <p>{lead}</p>
      {children !== undefined && <div className={styles['beginnings']}>{children}</div>}
    </div>
  );
}
