import { findTemplate } from '#shared/content/templates.ts';
import { TemplateId } from '#shared/domain/ids.ts';
import { sidesOf, type Journey } from '#shared/domain/journey.ts';
import { startLetter } from '../../actions/navigate.ts';
import { Button } from '../../ui/Button.tsx';
import { commitmentWords } from '../../words/commitments.ts';
import { journeyName } from '../../words/journey-name.ts';
import styles from './CommitmentsView.module.css';

const BEGINNINGS = ['joint-agreement', 'transparency-plan'].map(id => TemplateId.parse(id));

/** Nothing was promised yet: what a commitment is, and where one could begin. */
export function NoCommitments({ journey }: { readonly journey: Journey | undefined }) {
  const sides = sidesOf(journey?.role ?? 'both');
  const beginnings = BEGINNINGS.map(findTemplate).filter(
    template => template?.roles.some(role => sides.includes(role)) === true,
  );
  return (
    <div className={styles['empty']}>
      <p className={styles['emptyTitle']}>
        {journey === undefined
          ? commitmentWords.empty
          : commitmentWords.emptyHere(journeyName(journey))}
      </p>
      <p>{commitmentWords.emptyLead}</p>
      <div className={styles['beginnings']}>
        {beginnings.map(
          template =>
            template !== undefined && (
              <Button key={template.id} icon="plus" onClick={() => void startLetter(template.id)}>
                {template.title}
              </Button>
            ),
        )}
      </div>
    </div>
  );
}
