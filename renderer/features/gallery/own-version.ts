import type {
  OwnSection,
  OwnTemplateDraft,
  SectionSpec,
  Template,
} from '#shared/domain/template.ts';
import { SCALE_DEFAULTS } from '#shared/domain/blocks.ts';
import { templateWords } from '../../words/templates.ts';

/** A title with something after it still fits. */
const TITLE_ROOM = 500;

/** A second template like this one of the person's own, with a name that no other one has. */
export const copyOf = (template: OwnTemplateDraft, taken: readonly string[]): OwnTemplateDraft => ({
  title: freeTitle(template.title.replace(templateWords.copyMark, ''), taken),
  step: template.step,
  kind: template.kind,
  purpose: template.purpose,
  sections: template.sections,
});

/** A template of the guide as one of the person's own. What it warns of goes with it. */
export const ownVersionOf = (template: Template): OwnTemplateDraft => ({
  title: templateWords.ownVersionOf(template.title),
  step: template.step,
  kind: template.kind,
  purpose: [template.purpose, template.caution].filter(Boolean).join('\n\n'),
  sections: template.sections.map(ownSection),
});

const ownSection = (spec: SectionSpec): OwnSection => ({
  id: spec.id,
  heading: spec.heading,
  prompt: spec.prompt,
  hint: spec.hint,
  starter: spec.starter ?? '',
  type: spec.type,
  private: spec.private ?? false,
  items: spec.items ?? [],
  min: spec.min ?? SCALE_DEFAULTS.min,
  max: spec.max ?? SCALE_DEFAULTS.max,
  minLabel: spec.minLabel ?? SCALE_DEFAULTS.minLabel,
  maxLabel: spec.maxLabel ?? SCALE_DEFAULTS.maxLabel,
});

function freeTitle(title: string, taken: readonly string[]): string {
  let n = 1;
  while (taken.includes(fitting(title, n))) n += 1;
  return fitting(title, n);
}

function fitting(title: string, n: number): string {
  const whole = templateWords.copyOf(title, n);
  if (whole.length <= TITLE_ROOM) return whole;
  const cut = title.slice(0, TITLE_ROOM - (whole.length - title.length) - 1).toWellFormed();
  return templateWords.copyOf(`${cut.replace(/\uFFFD$/, '')}…`, n);
}
