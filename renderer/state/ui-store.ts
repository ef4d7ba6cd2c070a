import { create } from 'zustand';
import type { EntryId, JourneyId, TemplateId } from '#shared/domain/ids.ts';
import type { SnapshotId } from '#shared/domain/snapshot.ts';

/** The place in the main area. */
export type View =
  | { readonly name: 'home'; readonly step: number | null }
  | { readonly name: 'writing' }
  | { readonly name: 'trash' }
  | { readonly name: 'search' }
  | { readonly name: 'commitments' }
  | { readonly name: 'checkIns' }
  | {
      readonly name: 'entry';
      readonly id: EntryId;
      /** Grows with every opening: the same letter opened again is loaded again. */
      readonly opening: number;
      /** Words to show first, when it was opened from a search. */
      readonly reveal: readonly string[];
    };

/** What an export begins with; the person may choose something else. */
export type ExportStart =
  | { readonly of: 'letter'; readonly id: EntryId }
  /** Letters that are chosen one by one. */
  | { readonly of: 'entries' }
  | { readonly of: 'step'; readonly step: number; readonly journeyId: JourneyId | null }
  | { readonly of: 'journey'; readonly journeyId: JourneyId }
  | { readonly of: 'everything' };

/** A dialog over the window. */
export type OpenDialog =
  | {
      readonly name: 'gallery';
      /** The step whose templates are shown first. */
      readonly step?: number;
      /** The template that is looked at first. */
      readonly template?: TemplateId;
    }
  /** A journey that is edited, or a new one. */
  | { readonly name: 'journey'; readonly id: JourneyId | null }
  /** A template of the person's own that is edited, or a new one. */
  | {
      readonly name: 'template';
      readonly id: TemplateId | null;
      /** Closing it leads back to the gallery. */
      readonly fromGallery?: true;
    }
  /** The feelings, large. The panel beside the letter shows it, because it writes into the letter. */
  | { readonly name: 'wheel' }
  | { readonly name: 'preferences' }
  | { readonly name: 'passphrase' }
  /** The newest recovery code, to be kept and typed back. */
  | { readonly name: 'recovery' }
  /** The code that was made earlier, to be found and typed in. */
  | { readonly name: 'findRecovery' }
  | { readonly name: 'renewRecovery' }
  | { readonly name: 'replaceKeys' }
  | { readonly name: 'nameVault' }
  | { readonly name: 'moveVault' }
  /** Until when a letter is put away. */
  | { readonly name: 'seal'; readonly id: EntryId }
  | { readonly name: 'import' }
  | { readonly name: 'backups' }
  /** One backup: what is in it, and how it is brought back. */
  | { readonly name: 'backup'; readonly id: SnapshotId; readonly madeAt: number }
  | { readonly name: 'export'; readonly start: ExportStart }
  /** A field and below it what fits: letters to open, or all commands. */
  | { readonly name: 'palette'; readonly of: 'letters' | 'commands' }
  | { readonly name: 'shortcuts' }
  | { readonly name: 'safety' }
  /** Something is not saved; `leave` does what was asked all the same. */
  | {
      readonly name: 'unsaved';
      /** Where it stands: in the open letter, or only in a form. */
      readonly where: 'letter' | 'form';
      readonly leave: () => void;
    };

/** Dialogs in which something may have been typed: others open above them, never in their place. */
const FORMS: ReadonlySet<OpenDialog['name']> = new Set<OpenDialog['name']>([
  'journey',
  'template',
  'passphrase',
  'recovery',
  'findRecovery',
  'renewRecovery',
  'replaceKeys',
  'backup',
  'safety',
  'export',
]);

/** What stands beside the letter; there is at most one. */
export type PanelName = 'guide' | 'feelings' | 'areas' | 'history';

interface UiState {
  readonly view: View;
  /** Each lies over the one before it; only the last can be used. */
  readonly dialogs: readonly OpenDialog[];
  readonly printing: EntryId | null;
  readonly focusMode: boolean;
  readonly panel: PanelName | null;
  /** The person asked for the panel, and the focus has not been led there yet. */
  readonly panelAsked: boolean;
  /** The words in the search box, kept while the person looks at a result. */
  readonly searchText: string;
  /** The question "who is this about" was asked for again. */
  readonly introducing: boolean;
  /** The window is about to lock or close: nothing more can be typed. */
  readonly leaving: boolean;
  /** What happened before this unlock was told. */
  readonly greeted: boolean;
  /** The vault process ended by itself. */
  readonly vaultGone: boolean;
}

export const useUi = create<UiState>()(() => ({
  view: { name: 'home', step: null },
  dialogs: [],
  printing: null,
  focusMode: false,
  panel: null,
  panelAsked: false,
  searchText: '',
  introducing: false,
  leaving: false,
  greeted: false,
  vaultGone: false,
}));

const set = useUi.setState;

type Dialogs = UiState['dialogs'];

const isForm = ({ name }: OpenDialog): boolean => FORMS.has(name);

/** Another dialog, in the place of the last one or above it. */
function opened(dialogs: Dialogs, dialog: OpenDialog): Dialogs {
  const top = dialogs.at(-1);
  const below = top === undefined || isForm(top) ? dialogs : dialogs.slice(0, -1);
  const isThere = below.at(-1)?.name === dialog.name && !('id' in dialog);
  return isThere ? below : [...below, dialog];
}

/** The named changes of the state above. Leaving a letter safely is `actions/navigate.ts`. */
export const ui = {
  show: (view: View) =>
    set(({ dialogs }) => ({ view, dialogs: dialogs.filter(isForm), focusMode: false })),
  openDialog: (dialog: OpenDialog) => set(({ dialogs }) => ({ dialogs: opened(dialogs, dialog) })),
  /** Goes on from a dialog to the next one, in its place. */
  followDialog: (next: OpenDialog, ...from: readonly OpenDialog['name'][]) =>
    set(({ dialogs }) => {
      const at = dialogs.findLastIndex(({ name }) => from.includes(name));
      return { dialogs: at === -1 ? opened(dialogs, next) : dialogs.with(at, next) };
    }),
  /** Closes the dialog that lies above all others. */
  closeDialog: () => set(({ dialogs }) => ({ dialogs: dialogs.slice(0, -1) })),
  /** Closes this dialog, and no other that has taken its place meanwhile. */
  closeOnly: (dialog: OpenDialog) =>
    set(({ dialogs }) => ({ dialogs: dialogs.filter(each => each !== dialog) })),
  openPrint: (id: EntryId) =>
    set(({ dialogs }) => ({ printing: id, dialogs: dialogs.filter(isForm) })),
  closePrint: () => set({ printing: null }),
  toggleFocusMode: () => set(state => ({ focusMode: !state.focusMode })),
  togglePanel: (panel: PanelName) =>
    set(state => ({
      panel: state.panel === panel ? null : panel,
      panelAsked: state.panel === null,
      focusMode: false,
    })),
  showPanel: (panel: PanelName) =>
    set(state => ({ panel, panelAsked: state.panel === null, focusMode: false })),
  /** Opens a panel that nobody asked for: the focus stays where it is. */
  offerPanel: (panel: PanelName) => set({ panel, panelAsked: false, focusMode: false }),
  panelReached: () => set({ panelAsked: false }),
  closePanel: () => set({ panel: null }),
  leaveFocusMode: () => set({ focusMode: false }),
  setSearchText: (searchText: string) => set({ searchText }),
  setIntroducing: (introducing: boolean) => set({ introducing }),
  setLeaving: (leaving: boolean) => set({ leaving }),
  setGreeted: () => set({ greeted: true }),
  setVaultGone: () => set({ vaultGone: true }),
};
