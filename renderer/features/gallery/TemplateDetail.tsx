import { whyApart } from '#shared/content/apart.ts';
import { impactAreas } from '#shared/content/impact-areas.ts';
import { steps } from '#shared/content/steps.ts';
import { IMPACT_MAP } from '#shared/domain/impact-map.ts';
import type { Journey } from '#shared/domain/journey.ts';
import type { OwnSection, SectionSpec, Template } from '#shared/domain/template.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { words } from '../../words/en.ts';
import { galleryWords, sectionTypes, templateWords } from '../../words/templates.ts';
import type { Choice } from './choices.ts';
import styles from './TemplateDetail.module.css';

interface TemplateDetailProps {
  readonly choice: Choice;
  /** Whom it would be about. */
  readonly journey: Journey | undefined;
}

/** A closer look at one choice: when it helps, which parts it has, and what to be careful about. */
export function TemplateDetail({ choice, journey }: TemplateDetailProps) {
  if (choice.kind === 'blank') {
    return (
      <div className={styles['detail']}>
        <h3 className={styles['title']}>{words.gallery.blank}</h3>
        <p className={styles['when']}>{words.gallery.blankDetail}</p>
      </div>
    );
  }
  const { title, sections } = choice.template;
  const cautions = choice.kind === 'shipped' ? cautionsOf(choice.template, journey) : [];
  return (
    // Scrolls by keyboard in a low window, so it takes the focus.
    <div className={styles['detail']} role="region" aria-label={title} tabIndex={0}>
      <h3 className={styles['title']} dir="auto">
        {title}
      </h3>
      <p className={styles['line']}>
        {choice.kind === 'shipped' ? lineOf(choice.template) : ownLine(choice.template.step)}
      </p>
      {choice.template.purpose !== '' && (
        <p className={styles['purpose']} dir="auto">
          {choice.template.purpose}
        </p>
      )}
      {choice.kind === 'shipped' && <p className={styles['when']}>{choice.template.whenToUse}</p>}
      {cautions.length > 0 && (
        <div className={styles['cautions']}>
          {cautions.map(caution => (
            <Notice key={caution}>{caution}</Notice>
          ))}
        </div>
      )}
      {sections.length === 0 ? (
        <p className={styles['when']}>{galleryWords.noSections}</p>
      ) : (
        <ol className={styles['sections']} aria-label={words.gallery.sections}>
          {sections.map(section => (
            <SectionLine key={section.id} section={section} />
          ))}
        </ol>
      )}
      {choice.kind === 'shipped' && choice.template.id === IMPACT_MAP && (
        <p className={styles['areas']}>
          {galleryWords.areas} {impactAreas.map(({ name }) => name).join('\u00A0· ')}
        </p>
      )}
    </div>
  );
}

const cautionsOf = ({ joint, caution }: Template, journey: Journey | undefined) => [
  ...(joint === true ? whyApart(journey) : []),
  ...(caution === undefined ? [] : [caution]),
];

const stepTitle = (step: number): string =>
  galleryWords.ofStep(step, steps.find(({ id }) => id === step)?.shortTitle ?? '');

const ownLine = (step: number | null): string =>
  galleryWords.ownLine(step === null ? null : stepTitle(step));

function lineOf({ step, roles, minutes }: Template): string {
  const [side] = roles;
  const forWhom =
    roles.length > 1 || side === undefined ? galleryWords.forBoth : galleryWords.forSide[side];
  return [stepTitle(step), forWhom, galleryWords.minutes(minutes)].join(' · ');
}

/** A heading, with its type where it is more than text, and a sign where nobody else sees it. */
function SectionLine({ section }: { readonly section: SectionSpec | OwnSection }) {
  const { heading, type, private: isPrivate } = section;
  return (
    <li className={styles['section']}>
      <span className={styles['heading']} dir="auto">
        {heading || templateWords.noHeading}
      </span>
      {type !== 'text' && <span className={styles['type']}>{sectionTypes[type].label}</span>}
      {isPrivate === true && (
        <span className={styles['private']}>
          <Icon name="lock" size={12} />
          {galleryWords.privateSection}
        </span>
      )}
    </li>
  );
}
