import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { showFailure } from '../../actions/navigate.ts';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { queryClient } from '../../api/query-client.ts';
import { ui, useUi } from '../../state/ui-store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { lockingWords } from '../../words/locking.ts';

/** What to know at once about a vault that was just opened, until something was done about it. */
export function OpeningBanners() {
  const { data } = useQuery(queries.vaultStatus);
  // Beside an open letter there is one banner at most, and it is about saving.
  const isAtLetter = useUi(state => state.view.name === 'entry');
  if (data === undefined || isAtLetter) return null;
  return (
    <>
      {data.keysUnfinished && (
        <Banner
          title={lockingWords.unfinished.title}
          actions={
            <Button size="small" icon="key" onClick={() => ui.openDialog({ name: 'replaceKeys' })}>
              {lockingWords.unfinished.finish}
            </Button>
          }
        >
          <p>{lockingWords.unfinished.text}</p>
        </Banner>
      )}
      {data.rollback && <RollbackBanner />}
    </>
  );
}

function RollbackBanner() {
  const [busy, setBusy] = useState(false);

  async function accept() {
    setBusy(true);
    const reply = await call('vault.acceptOlder');
    setBusy(false);
    if (!reply.ok) showFailure(reply.error);
    await queryClient.invalidateQueries({ queryKey: queries.vaultStatus.queryKey });
  }

  return (
    <Banner
      title={lockingWords.rollback.title}
      actions={
        <>
          <Button size="small" onClick={() => ui.openDialog({ name: 'backups' })}>
            {lockingWords.rollback.look}
          </Button>
          <Button size="small" variant="quiet" busy={busy} onClick={() => void accept()}>
            {lockingWords.rollback.accept}
          </Button>
        </>
      }
    >
      <p>{lockingWords.rollback.text}</p>
    </Banner>
  );
}
