import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { steps, watchIntro, type Step } from '#shared/content/steps.ts';
import { findTemplate } from '#shared/content/templates.ts';
import type { Entry } from '#shared/domain/entry.ts';
import { sidesOf } from '#shared/domain/journey.ts';
import type { Side } from '#shared/domain/template.ts';
import { queries } from '../../api/queries.ts';
import type { EditorHandle } from '../../editor/Editor.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { panelWords } from '../../words/panel.ts';
import styles from './GuidePanel.module.css';
import { sidesFor } from './sides.ts';

interface GuidePanelProps {
  readonly entry: Entry;
  readonly editor: EditorHandle;
}

/** The guide to this letter: its parts, when it helps, and what to watch out for. */
export function GuidePanel({ entry, editor }: GuidePanelProps) {
  const { data: journeys } = useQuery(queries.journeys);
  const role = journeys?.find(({ id }) => id === entry.journeyId)?.role ?? 'both';
  const template = entry.templateId === null ? undefined : findTemplate(entry.templateId);
  const own = useQuery(queries.templates).data?.find(({ id }) => id === entry.templateId);
  const step = steps.find(({ id }) => id === entry.step);
  const sides = sidesFor(sidesOf(role), template?.roles);
  return (
    <div className={styles['guide']}>
      <Outline editor={editor} />
      {template !== undefined && (
        <section>
          <h2 className={styles['name']}>{panelWords.guide.when}</h2>
          <p>{template.whenToUse}</p>
          {template.caution !== undefined && (
            <Notice>
              <b className={styles['caution']}>{panelWords.guide.caution}</b>
              {template.caution}
            </Notice>
          )}
        </section>
      )}
      {own !== undefined && own.purpose !== '' && (
        <section>
          <h2 className={styles['name']}>{panelWords.guide.purpose}</h2>
          <p dir="auto">{own.purpose}</p>
        </section>
      )}
      {step === undefined ? (
        <p>{entry.templateId === null ? panelWords.guide.blank : panelWords.guide.noStep}</p>
      ) : (
        <section>
          <h2 className={styles['step']}>
            <span className={styles['number']}>{step.id}</span>
            {step.title}
          </h2>
          {sides.map(side => (
            <SideOfStep key={side} step={step} side={side} isOne={sides.length === 1} />
          ))}
        </section>
      )}
    </div>
  );
}

interface SideOfStepProps {
  readonly step: Step;
  readonly side: Side;
  readonly isOne: boolean;
}

function SideOfStep({ step, side, isOne }: SideOfStepProps) {
  return (
    <div className={styles['side']}>
      {!isOne && <h3 className={styles['name']}>{panelWords.guide.sides[side]}</h3>}
      <p>{step.explanation[side]}</p>
      <h3 className={styles['name']}>{watchIntro}</h3>
      <ul className={styles['watch']}>
        {step.watchFor[side].map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** The parts of the letter in their order, each a way to it. */
function Outline({ editor }: { readonly editor: EditorHandle }) {
  const { outline } = editor;
  const parts = useSyncExternalStore(outline.subscribe, outline.get);
  if (parts.length === 0) return null;
  return (
    <section>
      <h2 className={styles['name']}>{panelWords.guide.outline}</h2>
      <ol className={styles['outline']}>
        {parts.map(({ key, heading, isBlank, isCheckList }) => (
          <li key={key}>
            <button
              type="button"
              className={styles['part']}
              data-blank={isBlank || undefined}
              onClick={() => editor.goToSection(key)}
            >
              <span dir="auto">{heading || panelWords.guide.unnamed}</span>
              {isBlank && (
                <small>{isCheckList ? panelWords.guide.noTick : panelWords.guide.blankPart}</small>
              )}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
