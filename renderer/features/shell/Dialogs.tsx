import { lazy, Suspense } from 'react';
import { openEntry } from '../../state/open-entry.ts';
import { ui, useUi, type OpenDialog } from '../../state/ui-store.ts';
import { Gallery } from '../gallery/Gallery.tsx';
import { SafetyDialog } from '../help/SafetyDialog.tsx';
import { Shortcuts } from '../help/Shortcuts.tsx';
import { ChangePassphrase } from '../preferences/ChangePassphrase.tsx';
import { Preferences } from '../preferences/Preferences.tsx';
import { UnsavedDialog } from './UnsavedDialog.tsx';

const PrintPreview = lazy(() =>
  import('../print/PrintPreview.tsx').then(module => ({ default: module.PrintPreview })),
);

/** Whatever stands over the window. */
export function Dialogs() {
  const dialog = useUi(state => state.dialog);
  const printing = useUi(state => state.printing);
  return (
    <>
      {printing !== null && (
        <Suspense fallback={null}>
          <PrintPreview entryId={printing} onClose={ui.closePrint} />
        </Suspense>
      )}
      {dialog !== null && <TheDialog dialog={dialog} />}
    </>
  );
}

function TheDialog({ dialog }: { readonly dialog: OpenDialog }) {
  const onClose = ui.closeDialog;
  switch (dialog.name) {
    case 'gallery':
      return <Gallery onClose={onClose} />;
    case 'preferences':
      return <Preferences onClose={onClose} />;
    case 'passphrase':
      return <ChangePassphrase onClose={onClose} />;
    case 'shortcuts':
      return <Shortcuts onClose={onClose} />;
    case 'safety':
      return <SafetyDialog onClose={onClose} />;
    case 'unsaved':
      return (
        <UnsavedDialog
          onCopy={() => openEntry()?.copyText() ?? Promise.resolve(false)}
          onLeave={dialog.leave}
          onClose={onClose}
        />
      );
    default:
      return dialog satisfies never;
  }
}
