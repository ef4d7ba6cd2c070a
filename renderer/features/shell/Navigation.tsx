import { useEffect } from 'react';
import { steps } from '#shared/content/steps.ts';
import { goTo, goToStep, lockVault } from '../../actions/navigate.ts';
import { queries, useEntries } from '../../api/queries.ts';
import { queryClient } from '../../api/query-client.ts';
import { ui, useUi } from '../../state/ui-store.ts';
import { keysOf } from '../../ui/keys.ts';
import { words } from '../../words/en.ts';
import { JourneyHeader } from './JourneyHeader.tsx';
import styles from './Navigation.module.css';
import { NavItem } from './NavItem.tsx';

/** The places of the app. In a narrow window they fold to their signs, and keep their names. */
export function Navigation() {
  const view = useUi(state => state.view);
  const letter = view.name === 'entry' ? view.id : null;
  // Nobody adds to the list while a letter is open, and asking for it at every save would cost time.
  const { data: entries } = useEntries(letter === null);
  // The letter that opens may be a new one, which is counted.
  useEffect(() => {
    if (letter !== null) void queryClient.prefetchQuery(queries.entries);
  }, [letter]);
  const step = view.name === 'home' ? view.step : null;
  return (
    <nav className={styles['nav']} aria-label={words.nav.label}>
      <JourneyHeader />
      <NavItem
        icon="path"
        label={words.nav.path}
        isHere={view.name === 'home' && step === null}
        onClick={() => void goToStep(null)}
      />
      {steps.map(({ id, shortTitle }) => (
        <NavItem
          key={id}
          number={id}
          label={shortTitle}
          isHere={step === id}
          onClick={() => void goToStep(id)}
        />
      ))}
      <h2 className={styles['heading']}>{words.nav.writing}</h2>
      <NavItem
        icon="writing"
        label={words.nav.allWriting}
        end={entries?.length.toLocaleString('en')}
        isHere={view.name === 'writing'}
        onClick={() => void goTo({ name: 'writing' })}
      />
      <NavItem
        icon="commitments"
        label={words.nav.commitments}
        keys={keysOf('go.commitments')}
        isHere={view.name === 'commitments'}
        onClick={() => void goTo({ name: 'commitments' })}
      />
      <NavItem
        icon="checkIns"
        label={words.nav.checkIns}
        isHere={view.name === 'checkIns'}
        onClick={() => void goTo({ name: 'checkIns' })}
      />
      <NavItem
        icon="search"
        label={words.nav.search}
        keys={keysOf('search.find')}
        isHere={view.name === 'search'}
        onClick={() => void goTo({ name: 'search' })}
      />
      <div className={styles['end']}>
        <NavItem
          icon="help"
          label={words.nav.help}
          keys={keysOf('help.safety')}
          onClick={() => ui.openDialog({ name: 'safety' })}
        />
        <NavItem
          icon="preferences"
          label={words.nav.preferences}
          keys={keysOf('app.preferences')}
          onClick={() => ui.openDialog({ name: 'preferences' })}
        />
        <NavItem
          icon="lock"
          label={words.nav.lock}
          end={keysOf('vault.lock')}
          keys={keysOf('vault.lock')}
          onClick={() => void lockVault()}
        />
      </div>
    </nav>
  );
}
