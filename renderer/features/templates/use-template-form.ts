import { useEffect, useRef, useState } from 'react';
import type { TemplateId } from '#shared/domain/ids.ts';
import type { OwnTemplate } from '#shared/domain/template.ts';
import { createTemplate, editTemplate } from '../../actions/templates.ts';
import { call } from '../../api/client.ts';
import { keepOnLeaving } from '../../state/keep-on-leaving.ts';
import { templateWords } from '../../words/templates.ts';
import {
  changeSection,
  draftOf,
  duplicateSection,
  emptySection,
  hasChanged,
  insertSection,
  keptTemplateIn,
  moveSection,
  moveSectionBy,
  removeSection,
  templateIn,
  type Removed,
  type SectionDraft,
  type TemplateDraft,
} from './draft.ts';
import { ABOUT, firstProblem } from './problems.ts';

export type TemplateFormState = ReturnType<typeof useTemplateForm>;

/** A template while it is edited: its fields, the part that is looked at, and what can be done. */
export function useTemplateForm(
  id: TemplateId | null,
  template: OwnTemplate | undefined,
  onKept: () => void,
) {
  const [first] = useState(() => draftOf(template));
  const [draft, setDraft] = useState(first);
  const [part, setPart] = useState<string>(ABOUT);
  const [removed, setRemoved] = useState<readonly Removed[]>([]);
  /** The section that was just added: its heading is written first. */
  const [fresh, setFresh] = useState<string | null>(null);
  /** Grows when what had the focus is gone: the chosen part is where to go on. */
  const [lost, setLost] = useState(0);
  /** What a screen reader is told after a move. */
  const [said, setSaid] = useState('');
  const [tries, setTries] = useState(0);
  const [isClosed, setClosed] = useState(false);
  const { sections } = draft;
  const setSections = (next: TemplateDraft['sections']) =>
    setDraft(now => ({ ...now, sections: next }));

  useKeptOnLeaving(id, draft, !isClosed && hasChanged(draft, first), onKept);

  function say(list: TemplateDraft['sections'], sectionId: string) {
    const place = list.findIndex(each => each.id === sectionId);
    setSaid(templateWords.moved(nameOf(list[place]), place + 1, list.length));
  }

  return {
    draft,
    part,
    fresh,
    lost,
    said,
    tries,
    removed: removed.at(-1),
    isChanged: () => hasChanged(draft, first),
    look: (wanted: string) => {
      setPart(wanted);
      setFresh(null);
    },
    change: (change: Partial<TemplateDraft>) => setDraft(now => ({ ...now, ...change })),
    changeSection: (sectionId: string, change: Partial<SectionDraft>) =>
      setDraft(now => ({ ...now, sections: changeSection(now.sections, sectionId, change) })),
    add: () => {
      const section = emptySection();
      const place = sections.findIndex(each => each.id === part);
      setSections(insertSection(sections, section, place === -1 ? sections.length : place + 1));
      setPart(section.id);
      setFresh(section.id);
    },
    duplicate: (sectionId: string) => {
      const copyId = crypto.randomUUID();
      setSections(duplicateSection(sections, sectionId, copyId));
      setPart(copyId);
      setLost(lost + 1);
    },
    /** Moves a section by some places. */
    move: (sectionId: string, by: number) => {
      const next = moveSectionBy(sections, sectionId, by);
      setSections(next);
      say(next, sectionId);
    },
    /** Moves a section to a place, while it is dragged. */
    place: (sectionId: string, place: number) => {
      setSections(moveSection(sections, sectionId, place));
    },
    remove: (sectionId: string) => {
      const result = removeSection(sections, sectionId);
      if (result === undefined) return;
      setSections(result.sections);
      setRemoved([...removed, result.removed]);
      const { place } = result.removed;
      setPart((result.sections[place] ?? result.sections[place - 1])?.id ?? ABOUT);
      setLost(lost + 1);
    },
    undoRemove: () => {
      const last = removed.at(-1);
      if (last === undefined) return;
      setSections(insertSection(sections, last.section, last.place));
      setRemoved(removed.slice(0, -1));
      setPart(last.section.id);
      setLost(lost + 1);
    },
    /** Whether it can be saved; if not, shows the part in which something has to be mended. */
    check: () => {
      const wrong = firstProblem(draft);
      if (wrong === null) return true;
      setPart(wrong);
      setTries(tries + 1);
      return false;
    },
    /** The id of the saved template, or null when that did not work. */
    save: async (): Promise<TemplateId | null> => {
      const content = templateIn(draft);
      if (id !== null && !hasChanged(draft, first)) return id;
      setClosed(true);
      const saved =
        id === null ? await createTemplate(content) : (await editTemplate(id, content)) ? id : null;
      setClosed(saved !== null);
      return saved;
    },
  };
}

/** The heading of a section, or what stands for it. */
export const nameOf = (section: Pick<SectionDraft, 'heading'> | undefined): string =>
  section?.heading.trim() || templateWords.noHeading;

/** A lock does not ask: what is in the fields is saved, a name that is missing filled in. */
function useKeptOnLeaving(
  id: TemplateId | null,
  draft: TemplateDraft,
  isUnsaved: boolean,
  onKept: () => void,
): void {
  const keep = useRef(() => Promise.resolve(true));
  useEffect(() => {
    keep.current = async () => {
      if (!isUnsaved) return true;
      const content = keptTemplateIn(draft);
      const reply = await (id === null
        ? call('templates.create', content)
        : call('templates.edit', { ...content, id }));
      // It is there now: should the lock be held back, it is not made a second time.
      if (reply.ok) onKept();
      return reply.ok;
    };
  });
  useEffect(() => keepOnLeaving(() => keep.current()), []);
}
