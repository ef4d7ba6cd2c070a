import { useRef, useState } from 'react';
import { safetyPages, type SafetyPage } from '#shared/content/steps.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { words } from '../../words/en.ts';
import styles from './SafetyDialog.module.css';

/** Ways to reach help, and what the app cannot do. It can be read while the vault is locked. */
export function SafetyDialog({ onClose }: { readonly onClose: () => void }) {
  const [shown, setShown] = useState(safetyPages[0]);
  const text = useRef<HTMLDivElement>(null);
  const show = (page: SafetyPage) => {
    setShown(page);
    text.current?.scrollTo({ top: 0 });
  };
  return (
    <Dialog title={words.help.title} onClose={onClose} width="wide">
      <nav className={styles['pages']} aria-label={words.help.pages}>
        {safetyPages.map(page => (
          <button
            key={page.title}
            type="button"
            className={styles['page']}
            aria-current={page === shown ? 'page' : undefined}
            onClick={() => show(page)}
          >
            {page.title}
          </button>
        ))}
      </nav>
      <div
        ref={text}
        className={styles['text']}
        role="region"
        aria-label={shown?.title}
        tabIndex={0}
      >
        {shown !== undefined && <SafetyText page={shown} />}
      </div>
    </Dialog>
  );
}

function SafetyText({ page }: { readonly page: SafetyPage }) {
  return (
    <>
      <p className={styles['intro']}>{page.intro}</p>
      {page.sections.map(section => (
        <section key={section.heading} className={styles['section']}>
          <h3 className={styles['heading']}>{section.heading}</h3>
          {section.body.map(paragraph => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {section.list !== undefined && (
            <ul className={styles['list']}>
              {section.list.map(item => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
          {section.after !== undefined && <p>{section.after}</p>}
        </section>
      ))}
      {page.footer !== undefined && <p className={styles['footer']}>{page.footer}</p>}
    </>
  );
}
