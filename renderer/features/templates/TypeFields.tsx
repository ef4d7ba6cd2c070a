import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { templateWords } from '../../words/templates.ts';
import type { SectionDraft } from './draft.ts';
import type { SectionProblems } from './problems.ts';
import styles from './TemplateForm.module.css';

interface TypeFieldsProps {
  readonly section: SectionDraft;
  readonly problems: SectionProblems;
  readonly onChange: (change: Partial<SectionDraft>) => void;
}

/** What only some types of section have. It is kept when the type changes, and comes back with it. */
export function TypeFields({ section, problems, onChange }: TypeFieldsProps) {
  if (section.type === 'checklist') {
    return (
      <TextArea
        label={templateWords.items}
        hint={templateWords.itemsHint}
        error={problems.items}
        value={section.items}
        rows={3}
        dir="auto"
        onValueChange={items => onChange({ items })}
      />
    );
  }
  if (section.type !== 'scale') return null;
  const field = (name: 'min' | 'max' | 'minLabel' | 'maxLabel') => ({
    label: templateWords[name],
    value: section[name],
    error: problems[name],
    autoComplete: 'off',
    onValueChange: (value: string) => onChange({ [name]: value }),
  });
  return (
    <div className={styles['ends']}>
      <TextField {...field('min')} inputMode="numeric" />
      <TextField {...field('minLabel')} dir="auto" />
      <TextField {...field('max')} inputMode="numeric" />
      <TextField {...field('maxLabel')} dir="auto" />
    </div>
  );
}
