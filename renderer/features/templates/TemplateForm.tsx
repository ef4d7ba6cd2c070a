import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { TemplateId } from '#shared/domain/ids.ts';
import type { OwnTemplate } from '#shared/domain/template.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { KeepChanges } from '../../ui/KeepChanges.tsx';
import { words } from '../../words/en.ts';
import { templateWords } from '../../words/templates.ts';
import { AboutForm } from './AboutForm.tsx';
import { aboutProblems, sectionProblems } from './problems.ts';
import { SectionForm } from './SectionForm.tsx';
import { SectionList } from './SectionList.tsx';
import styles from './TemplateForm.module.css';
import { useTemplateForm } from './use-template-form.ts';

interface TemplateFormProps {
  readonly id: TemplateId | null;
  readonly template: OwnTemplate | undefined;
  readonly onClose: (template: TemplateId | null) => void;
}

/** The parts of a template on one side, the fields of the chosen part on the other. */
export function TemplateForm({ id, template, onClose }: TemplateFormProps) {
  const form = useTemplateForm(id, template, () => onClose(id));
  const { draft, part, tries } = form;
  const [busy, setBusy] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const section = draft.sections.find(each => each.id === part);
  const hasTried = tries > 0;

  useEffect(() => {
    if (tries > 0) panel.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [tries]);

  async function save() {
    if (busy) return;
    setLeaving(false);
    if (!form.check()) return;
    setBusy(true);
    const saved = await form.save();
    setBusy(false);
    if (saved !== null) onClose(saved);
  }

  function close() {
    if (isLeaving) setLeaving(false);
    else if (form.isChanged()) setLeaving(true);
    else onClose(id);
  }

  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const isMove = event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;
    if (by === undefined || !isMove || section === undefined) return;
    event.preventDefault();
    form.move(section.id, by);
  }

  const footer = isLeaving ? (
    <KeepChanges
      keep={templateWords.save}
      onKeep={() => void save()}
      onDiscard={() => onClose(id)}
      onGoOn={() => setLeaving(false)}
    />
  ) : (
    <>
      <Button onClick={close}>{words.common.cancel}</Button>
      <Button variant="primary" busy={busy} onClick={() => void save()}>
        {templateWords.save}
      </Button>
    </>
  );

  return (
    <Dialog
      title={id === null ? templateWords.newTitle : templateWords.editTitle}
      width="large"
      bare
      onClose={close}
      footer={footer}
      {...(id === null && { initialFocus: name })}
    >
      <div className={styles['form']} onKeyDown={onKeyDown}>
        <div className={styles['left']}>
          <h2 className={styles['title']} aria-hidden>
            {id === null ? templateWords.newTitle : templateWords.editTitle}
          </h2>
          <SectionList form={form} panelId="template-part" />
        </div>
        <div
          ref={panel}
          id="template-part"
          role="tabpanel"
          aria-labelledby={`part-${part}`}
          className={styles['right']}
        >
          {section === undefined ? (
            <AboutForm
              draft={draft}
              problems={hasTried ? aboutProblems(draft) : {}}
              nameRef={name}
              onChange={form.change}
            />
          ) : (
            <SectionForm
              key={section.id}
              section={section}
              place={draft.sections.indexOf(section)}
              count={draft.sections.length}
              problems={hasTried ? sectionProblems(section) : {}}
              form={form}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}
