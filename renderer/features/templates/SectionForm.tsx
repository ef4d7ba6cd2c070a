import { useEffect, useRef } from 'react';
import { SectionType } from '#shared/domain/template.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { spellKeys } from '../../ui/keys.ts';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { sectionTypes, templateWords } from '../../words/templates.ts';
import type { SectionDraft } from './draft.ts';
import type { SectionProblems } from './problems.ts';
import styles from './TemplateForm.module.css';
import { TypeFields } from './TypeFields.tsx';
import type { TemplateFormState } from './use-template-form.ts';
import { useVariables, Variables } from './Variables.tsx';

interface SectionFormProps {
  readonly section: SectionDraft;
  readonly place: number;
  readonly count: number;
  readonly problems: SectionProblems;
  readonly form: TemplateFormState;
}

const typeOptions = SectionType.options.map(value => ({ value, ...sectionTypes[value] }));

/** One section of a template: what stands above the writing, and of what kind the writing is. */
export function SectionForm({ section, place, count, problems, form }: SectionFormProps) {
  const variables = useVariables();
  const { id } = section;
  const heading = useRef<HTMLInputElement>(null);
  const isFresh = form.fresh === id;
  useEffect(() => {
    if (isFresh) heading.current?.focus();
  }, [isFresh]);
  const change = (fields: Partial<SectionDraft>) => form.changeSection(id, fields);
  const textOf = (field: 'prompt' | 'hint' | 'starter') => ({
    value: section[field],
    error: problems[field],
    dir: 'auto' as const,
    onValueChange: (value: string) => change({ [field]: value }),
  });
  return (
    <div className={styles['fields']} onFocus={variables.remember}>
      <div className={styles['sectionHead']}>
        <h3 className={styles['sectionTitle']}>{templateWords.sectionOf(place + 1, count)}</h3>
        <IconButton
          icon="moveUp"
          label={templateWords.moveUp}
          keys={spellKeys('Alt+Shift+Up')}
          aria-disabled={place === 0}
          onClick={() => form.move(id, -1)}
        />
        <IconButton
          icon="moveDown"
          label={templateWords.moveDown}
          keys={spellKeys('Alt+Shift+Down')}
          aria-disabled={place === count - 1}
          onClick={() => form.move(id, 1)}
        />
        <IconButton
          icon="copy"
          label={templateWords.duplicate}
          onClick={() => form.duplicate(id)}
        />
        <IconButton icon="trash" label={templateWords.remove} onClick={() => form.remove(id)} />
      </div>
      <TextField
        ref={heading}
        label={templateWords.heading}
        error={problems.heading}
        value={section.heading}
        autoComplete="off"
        dir="auto"
        onValueChange={text => change({ heading: text })}
      />
      <Select
        label={templateWords.type}
        hint={sectionTypes[section.type].note}
        value={section.type}
        options={typeOptions}
        onChange={type => change({ type })}
      />
      <TypeFields section={section} problems={problems} onChange={change} />
      <TextArea
        label={templateWords.prompt}
        hint={templateWords.promptHint}
        {...textOf('prompt')}
      />
      <TextArea label={templateWords.hint} hint={templateWords.hintHint} {...textOf('hint')} />
      <TextArea
        label={templateWords.starter}
        hint={templateWords.starterHint}
        {...textOf('starter')}
      />
      <Switch
        label={templateWords.private}
        hint={templateWords.privateHint}
        checked={section.private}
        onChange={isPrivate => change({ private: isPrivate })}
      />
      <Variables onInsert={variables.insert} />
    </div>
  );
}
