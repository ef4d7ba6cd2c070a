import { useQuery } from '@tanstack/react-query';
import { queries, useCurrentJourney } from '../../api/queries.ts';
import { Page } from '../../ui/Page.tsx';
import { useWhose } from '../../ui/use-whose.tsx';
import { commitmentWords } from '../../words/commitments.ts';
import { isUnwritten } from './ledger.ts';
import { Ledger } from './Ledger.tsx';
import { NoCommitments } from './NoCommitments.tsx';

/** All commitments of the journey in one list, with what is due. */
export function CommitmentsView() {
  const { journey, choice } = useWhose(commitmentWords);
  const journeyId = journey?.id ?? null;
  const role = useCurrentJourney()?.role;
  const { data: lines, error } = useQuery(queries.commitments(journeyId));
  const isEmpty = lines?.every(isUnwritten) === true;

  return (
    <Page title={commitmentWords.title} lead={commitmentWords.lead} tools={choice} error={error}>
      {isEmpty && <NoCommitments journey={journey} />}
      {lines !== undefined && !isEmpty && (
        <Ledger key={journeyId} lines={lines} offersRepair={role !== 'was-hurt'} />
      )}
    </Page>
  );
}
