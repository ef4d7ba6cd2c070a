import type { ReturnedDraft } from '#shared/domain/returned-draft.ts';
import { sealedUntil } from '../entries/sealing.ts';
import type { Session } from '../session.ts';

/** As it is remembered until somebody asks: by then its letter may be sealed, or open again. */
export type Returned = Omit<ReturnedDraft, 'sealedUntil'>;

/** What came back when the vault was opened, told once; of a sealed letter without its title. */
export function takeReturned({ db, returned }: Session): ReturnedDraft[] {
  const told = returned.map(draft => {
    const until = sealedUntil(db, draft.id);
    return { ...draft, title: until === null ? draft.title : '', sealedUntil: until };
  });
  returned.length = 0;
  return told;
}
