import { useSuspenseQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import type { Journey } from '#shared/domain/journey.ts';
import { chooseJourney } from '../../actions/journeys.ts';
import { openExport } from '../../actions/export.ts';
import { afterSaving } from '../../actions/navigate.ts';
import { queries, useCurrentJourney } from '../../api/queries.ts';
import { ui } from '../../state/ui-store.ts';
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Leaf } from '../../ui/Leaf.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { words } from '../../words/en.ts';
import { exportWords } from '../../words/export.ts';
import { journeyWords } from '../../words/journeys.ts';
import styles from './JourneyHeader.module.css';

const NONE = 'none';

/** Whom the writing is about, with the way to another journey; before the first one, the question. */
export function JourneyHeader() {
  const journeys = useSuspenseQuery(queries.journeys).data;
  const current = useCurrentJourney();
  if (journeys.length === 0) return <AskWhom />;
  const name = current === undefined ? journeyWords.menu.none : nameOf(current);
  const line = current === undefined ? journeyWords.menu.noneLine : lineOf(current);
  const active = journeys.filter(journey => journey.archivedAt === null);
  const archived = journeys.filter(journey => journey.archivedAt !== null);
  const none = { value: NONE, label: journeyWords.menu.none, note: journeyWords.menu.noneLine };
  return (
    <ChoiceMenu
      trigger={<JourneyButton name={name} line={line} isAbout={current !== undefined} />}
      value={current?.id ?? NONE}
      groups={[
        { label: journeyWords.menu.journeys, choices: [...active.map(choiceOf), none] },
        ...(archived.length === 0
          ? []
          : [
              {
                label: journeyWords.menu.archived,
                quiet: true,
                choices: archived.map(choiceOf),
              },
            ]),
      ]}
      onChoose={value =>
        void chooseJourney(journeys.find(journey => journey.id === value)?.id ?? null)
      }
      items={[
        ...(current === undefined
          ? []
          : [
              {
                label: journeyWords.menu.edit,
                icon: 'pen' as const,
                onSelect: () => ui.openDialog({ name: 'journey', id: current.id }),
              },
              {
                label: exportWords.openJourney,
                icon: 'download' as const,
                onSelect: () => void openExport({ of: 'journey', journeyId: current.id }),
              },
            ]),
        {
          label: journeyWords.menu.create,
          icon: 'newJourney',
          onSelect: () => ui.openDialog({ name: 'journey', id: null }),
        },
      ]}
    />
  );
}

const nameOf = ({ personName, relationship }: Journey): string =>
  personName.trim() === '' ? words.journey.relationships[relationship] : personName;

const lineOf = ({ relationship, role }: Journey): string => words.journey.line(relationship, role);

const choiceOf = (journey: Journey) => ({
  value: journey.id as string,
  label: nameOf(journey),
  note: lineOf(journey),
});

interface JourneyButtonProps extends ComponentProps<'button'> {
  readonly name: string;
  readonly line: string;
  readonly isAbout: boolean;
}

function JourneyButton({ name, line, isAbout, ...rest }: JourneyButtonProps) {
  return (
    <Tooltip label={journeyWords.menu.tip} side="right">
      <button type="button" {...rest} className={styles['journey']}>
        <span className="visually-hidden">{journeyWords.menu.button} </span>
        <span className={styles['dot']} aria-hidden>
          {isAbout ? firstSign(name) : <Leaf size={20} />}
        </span>
        <span className={styles['words']}>
          <span className={styles['head']}>
            <b className={styles['name']} dir="auto">
              {name}
            </b>
            <Icon name="switch" size={14} />
          </span>
          <small className={styles['line']}>{line}</small>
        </span>
      </button>
    </Tooltip>
  );
}

/** What a reader takes for the first letter: an emoji or an accented letter may be several signs. */
function firstSign(name: string): string {
  const [first] = new Intl.Segmenter().segment(name.trim());
  return (first?.segment ?? '').toLocaleUpperCase();
}

function AskWhom() {
  const ask = () =>
    void afterSaving(() => {
      ui.show({ name: 'home', step: null });
      ui.setIntroducing(true);
    });
  return (
    <button type="button" className={styles['journey']} onClick={ask}>
      <span className={styles['dot']}>
        <Leaf size={20} />
      </span>
      <span className={styles['words']}>
        <b className={styles['name']} aria-hidden>
          {words.app}
        </b>
        <span className={styles['ask']}>{words.introduction.ask}</span>
      </span>
    </button>
  );
}
