import { findTemplate } from '#shared/content/templates.ts';
import { TemplateId } from '#shared/domain/ids.ts';
import { sidesOf, type Journey } from '#shared/domain/journey.ts';
import { startLetter } from '../../actions/navigate.ts';
import { useHasSealed } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyPage } from '../../ui/Page.tsx';
import { commitmentWords } from '../../words/commitments.ts';
import { journeyName } from '../../words/journey-name.ts';

const BEGINNINGS = ['joint-agreement', 'transparency-plan'].map(id => TemplateId.parse(id));

/** Nothing was promised yet: what a commitment is, and where one could begin. */
export function NoCommitments({ journey }: { readonly journey: Journey | undefined }) {
  const hasSealed = useHasSealed(journey?.id ?? null);
  const sides = sidesOf(journey?.role ?? 'both');
  const beginnings = BEGINNINGS.map(findTemplate).filter(
    template => template?.roles.some(role => sides.includes(role)) === true,
  );
  return (
    <EmptyPage
      title={
        journey === undefined
          ? commitmentWords.empty
          : commitmentWords.emptyHere(journeyName(journey))
      }
      lead={hasSealed ? commitmentWords.noneSealed : commitmentWords.emptyLead}
    >
      {beginnings.map(
        template =>
          template !== undefined && (
            <Button key={template.id} icon="plus" onClick={() => void startLetter(template.id)}>
              {template.title}
            </Button>
          ),
      )}
    </EmptyPage>
  );
}
