import { useEffect } from 'react';
import { call } from '../../api/client.ts';
import { showToast } from '../../ui/Toast.tsx';
import { returnedSentence } from '../../words/returned.ts';

/** Says once, after the vault was opened, that words came back which could not be saved before. */
export function ReturnedDrafts(): null {
  useEffect(() => void tellOfReturned(), []);
  return null;
}

async function tellOfReturned(): Promise<void> {
  const reply = await call('drafts.takeReturned');
  if (reply.ok && reply.value.length > 0) showToast({ title: returnedSentence(reply.value) });
}
