import type { RefObject } from 'react';
import { kinds } from '#shared/content/kinds.ts';
import { steps } from '#shared/content/steps.ts';
import { EntryKind } from '#shared/domain/entry.ts';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { galleryWords, templateWords } from '../../words/templates.ts';
import type { TemplateDraft } from './draft.ts';
import type { AboutProblems } from './problems.ts';
import styles from './TemplateForm.module.css';

interface AboutFormProps {
  readonly draft: TemplateDraft;
  readonly problems: AboutProblems;
  readonly nameRef: RefObject<HTMLInputElement | null>;
  readonly onChange: (change: Partial<TemplateDraft>) => void;
}

const NO_STEP = 'none';

const stepOptions = [
  { value: NO_STEP, label: templateWords.noStep },
  ...steps.map(({ id, title }) => ({ value: String(id), label: galleryWords.stepOf(id, title) })),
];

const kindOptions = EntryKind.options.map(value => ({ value, label: kinds[value] }));

/** The name of a template, and what it is for. */
export function AboutForm({ draft, problems, nameRef, onChange }: AboutFormProps) {
  return (
    <div className={styles['fields']}>
      <TextField
        ref={nameRef}
        label={templateWords.title}
        error={problems.title}
        value={draft.title}
        autoComplete="off"
        dir="auto"
        onValueChange={title => onChange({ title })}
      />
      <div className={styles['pair']}>
        <Select
          label={templateWords.step}
          value={draft.step === null ? NO_STEP : String(draft.step)}
          options={stepOptions}
          onChange={value => onChange({ step: value === NO_STEP ? null : Number(value) })}
        />
        <Select
          label={templateWords.kind}
          hint={templateWords.kindHint}
          value={draft.kind}
          options={kindOptions}
          onChange={kind => onChange({ kind })}
        />
      </div>
      <TextArea
        label={templateWords.purpose}
        hint={templateWords.purposeHint}
        error={problems.purpose}
        value={draft.purpose}
        rows={3}
        dir="auto"
        onValueChange={purpose => onChange({ purpose })}
      />
      {problems.sections !== undefined && (
        <p className={styles['wrong']} role="alert">
          {problems.sections}
        </p>
      )}
    </div>
  );
}
