import type { Day } from '#shared/domain/day.ts';
import { Icon } from './Icon.tsx';
import styles from './SealMark.module.css';

interface SealMarkProps {
  readonly of: { readonly sealedUntil: Day | null };
}

/** The envelope before the name of a sealed letter; nothing before any other. */
export function SealMark({ of }: SealMarkProps) {
  if (of.sealedUntil === null) return null;
  return (
    <span className={styles['mark']}>
      <Icon name="sealed" size={15} />
    </span>
  );
}
