import { Notice } from '../../ui/Notice.tsx';
import { words } from '../../words/en.ts';
import type { Choice } from './choices.ts';
import styles from './Gallery.module.css';

/** A closer look at one choice: when it helps, which parts it has, and what to be careful about. */
export function TemplateDetail({ choice }: { readonly choice: Choice }) {
  if (choice === null) {
    return (
      <div className={styles['detail']}>
        <h3 className={styles['detailTitle']}>{words.gallery.blank}</h3>
        <p className={styles['when']}>{words.gallery.blankDetail}</p>
      </div>
    );
  }
  return (
    // Scrolls by keyboard in a low window, so it takes the focus.
    <div className={styles['detail']} role="region" aria-label={choice.title} tabIndex={0}>
      <h3 className={styles['detailTitle']}>{choice.title}</h3>
      <p className={styles['when']}>{choice.whenToUse}</p>
      <p className={styles['time']}>{words.gallery.minutesLong(choice.minutes)}</p>
      <ol className={styles['sections']} aria-label={words.gallery.sections}>
        {choice.sections.map(section => (
          <li key={section.id}>{section.heading}</li>
        ))}
      </ol>
      {choice.caution !== undefined && <Notice>{choice.caution}</Notice>}
    </div>
  );
}
