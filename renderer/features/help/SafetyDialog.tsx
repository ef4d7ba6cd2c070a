import { useRef, useState, type ReactNode } from 'react';
import { safetyPages, type SafetyPage } from '#shared/content/steps.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { words } from '../../words/en.ts';
import styles from './SafetyDialog.module.css';

/** A page of the person's own, beside those that can always be read. */
interface OwnPage {
  readonly title: string;
  readonly content: ReactNode;
}

interface SafetyDialogProps {
  readonly onClose: () => void;
  readonly own?: OwnPage;
}

/** Ways to reach help, and what the app cannot do. It can be read while the vault is locked. */
export function SafetyDialog({ onClose, own }: SafetyDialogProps) {
  const pages: readonly OwnPage[] = [
    ...safetyPages.map(page => ({ title: page.title, content: <SafetyText page={page} /> })),
    ...(own === undefined ? [] : [own]),
  ];
  const [shown, setShown] = useState(pages[0]?.title);
  const text = useRef<HTMLDivElement>(null);
  const show = (title: string) => {
    setShown(title);
    text.current?.scrollTo({ top: 0 });
  };
  return (
    <Dialog title={words.help.title} onClose={onClose} width="wide">
      <nav className={styles['pages']} aria-label={words.help.pages}>
        {pages.map(({ title }) => (
          <button
            key={title}
            type="button"
            className={styles['page']}
            aria-current={title === shown ? 'page' : undefined}
            onClick={() => show(title)}
          >
            {title}
          </button>
        ))}
      </nav>
      <div ref={text} className={styles['text']} role="region" aria-label={shown} tabIndex={0}>
        {pages.find(({ title }) => title === shown)?.content}
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
