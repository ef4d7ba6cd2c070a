import type { ReactNode } from 'react';
import styles from './Banner.module.css';
import { Icon } from './Icon.tsx';

interface BannerProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

/** Something the person has to know until it is over. It stays, and it is read out at once. */
export function Banner({ title, children, actions }: BannerProps) {
  return (
    <div className={styles['banner']} role="alert">
      <Icon name="alert" size={19} />
      <div className={styles['words']}>
        <p className={styles['title']}>{title}</p>
        {children}
      </div>
      <div className={styles['actions']}>{actions}</div>
    </div>
  );
}
