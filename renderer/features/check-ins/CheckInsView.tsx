import { useQuery } from '@tanstack/react-query';
import { startCheckIn } from '../../actions/navigate.ts';
import { queries, useHasSealed } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyPage, Page } from '../../ui/Page.tsx';
import { useWhose } from '../../ui/use-whose.tsx';
import { checkInWords } from '../../words/check-ins.ts';
import { journeyName } from '../../words/journey-name.ts';
import { CheckInList } from './CheckInList.tsx';

/** The check-ins of the journey, the newest first. */
export function CheckInsView() {
  const { journey, choice } = useWhose(checkInWords);
  const journeyId = journey?.id ?? null;
  const { data: checkIns, error } = useQuery(queries.checkIns(journeyId));
  const hasSealed = useHasSealed(journeyId);

  const tools = (
    <>
      {choice}
      <Button variant="primary" icon="checkIns" onClick={() => void startCheckIn()}>
        {checkInWords.checkIn}
      </Button>
    </>
  );
  return (
    <Page title={checkInWords.title} lead={checkInWords.lead} tools={tools} error={error}>
      {checkIns?.length === 0 && (
        <EmptyPage
          title={
            journey === undefined
              ? checkInWords.empty
              : checkInWords.emptyHere(journeyName(journey))
          }
          lead={hasSealed ? checkInWords.noneSealed : checkInWords.emptyLead}
        />
      )}
      {checkIns !== undefined && checkIns.length > 0 && (
        <CheckInList key={journeyId} checkIns={checkIns} />
      )}
    </Page>
  );
}
