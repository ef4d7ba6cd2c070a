import { Suspense } from 'react';
import { useActionKeys } from './actions/use-action-keys.ts';
import { useSettings } from './api/queries.ts';
import styles from './App.module.css';
import { CheckInsView } from './features/check-ins/CheckInsView.tsx';
import { CommitmentsView } from './features/commitments/CommitmentsView.tsx';
import { HomeView } from './features/home/HomeView.tsx';
import { Introduction } from './features/introduction/Introduction.tsx';
import { SearchView } from './features/search/SearchView.tsx';
import { Dialogs } from './features/shell/Dialogs.tsx';
import { LetterPlace } from './features/shell/LetterPlace.tsx';
import { ReturnedDrafts } from './features/shell/ReturnedDrafts.tsx';
import { OpeningBanners } from './features/shell/OpeningBanners.tsx';
import { Shell } from './features/shell/Shell.tsx';
import { useFileDrops } from './features/shell/use-file-drops.ts';
import { useIdleLock } from './features/shell/use-idle-lock.ts';
import { VaultGoneBanner } from './features/shell/VaultGoneBanner.tsx';
import { TrashView } from './features/trash/TrashView.tsx';
import { WritingView } from './features/writing/WritingView.tsx';
import { useUi, type View } from './state/ui-store.ts';
import { Toasts } from './ui/Toast.tsx';
import { words } from './words/en.ts';

/** The app once the vault is open. It begins at home, never with the last letter. */
export function App() {
  useActionKeys();
  useFileDrops();
  const leaving = useUi(state => state.leaving);
  return (
    <>
      {/* From the moment of leaving nothing can be typed that would not be saved. */}
      <div className={styles['app']} inert={leaving}>
        <Suspense fallback={null}>
          <Opened />
          <Dialogs />
        </Suspense>
      </div>
      <Toasts />
      {leaving && <p className={styles['leaving']}>{words.leaving}</p>}
    </>
  );
}

function Opened() {
  const { introduced } = useSettings();
  const introducing = useUi(state => state.introducing);
  const view = useUi(state => state.view);
  useIdleLock();
  if (!introduced || introducing) return <Introduction />;
  return (
    <Shell>
      <ReturnedDrafts />
      <VaultGoneBanner />
      <OpeningBanners />
      <Place view={view} />
    </Shell>
  );
}

function Place({ view }: { readonly view: View }) {
  switch (view.name) {
    case 'home':
      return <HomeView view={view} />;
    case 'writing':
      return <WritingView />;
    case 'trash':
      return <TrashView />;
    case 'search':
      return <SearchView />;
    case 'commitments':
      return <CommitmentsView />;
    case 'checkIns':
      return <CheckInsView />;
    case 'entry':
      return (
        <LetterPlace key={view.opening} id={view.id} opening={view.opening} reveal={view.reveal} />
      );
    default:
      return view satisfies never;
  }
}
