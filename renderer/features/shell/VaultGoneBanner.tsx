import { lockVault } from '../../actions/navigate.ts';
import { describeError } from '../../api/describe-error.ts';
import { useUi } from '../../state/ui-store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { words } from '../../words/en.ts';

/** The vault ended by itself. An open letter says so with its own banner, which can copy the text. */
export function VaultGoneBanner() {
  const isShown = useUi(state => state.vaultGone && state.view.name !== 'entry');
  if (!isShown) return null;
  const { title, next } = describeError({ code: 'vault.gone' });
  return (
    <Banner
      title={title}
      actions={
        <Button size="small" icon="lock" onClick={() => void lockVault()}>
          {words.save.lock}
        </Button>
      }
    >
      <p>{next}</p>
    </Banner>
  );
}
