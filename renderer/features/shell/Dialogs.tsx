import { lazy, Suspense, useCallback } from 'react';
import type { TemplateId } from '#shared/domain/ids.ts';
import { openEntry } from '../../state/open-entry.ts';
import { ui, useUi, type OpenDialog } from '../../state/ui-store.ts';
import { BackupDialog } from '../backups/BackupDialog.tsx';
import { SealDialog } from '../entries/SealDialog.tsx';
import { BackupsDialog } from '../backups/BackupsDialog.tsx';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { Gallery } from '../gallery/Gallery.tsx';
import { ImportDialog } from '../import/ImportDialog.tsx';
import { JourneyDialog } from '../journeys/JourneyDialog.tsx';
import { TemplateDialog } from '../templates/TemplateDialog.tsx';
import { OpenedSafetyDialog } from '../help/OpenedSafetyDialog.tsx';
import { Shortcuts } from '../help/Shortcuts.tsx';
import { Palette } from '../palette/Palette.tsx';
import { ChangePassphrase } from '../preferences/ChangePassphrase.tsx';
import { FindRecovery, OpenedRecovery } from '../recovery/OpenedRecovery.tsx';
import { RenewRecovery } from '../recovery/RenewRecovery.tsx';
import { ReplaceKeys } from '../recovery/ReplaceKeys.tsx';
import { Preferences } from '../preferences/Preferences.tsx';
import { MoveVault } from '../vaults/MoveVault.tsx';
import { NameVault } from '../vaults/NameVault.tsx';
import { AboveDialog } from '../../ui/Dialog.tsx';
import { UnsavedDialog } from './UnsavedDialog.tsx';

const PrintPreview = lazy(() =>
  import('../print/PrintPreview.tsx').then(module => ({ default: module.PrintPreview })),
);

/** Whatever stands over the window. */
export function Dialogs() {
  const dialogs = useUi(state => state.dialogs);
  const printing = useUi(state => state.printing);
  return (
    <>
      {printing !== null && (
        <Suspense fallback={null}>
          <PrintPreview entryId={printing} onClose={ui.closePrint} />
        </Suspense>
      )}
      <Stack dialogs={dialogs} />
    </>
  );
}

/** A dialog, and within it those above: so each knows that a key is not for it. */
function Stack({ dialogs: [dialog, ...above] }: { readonly dialogs: readonly OpenDialog[] }) {
  if (dialog === undefined) return null;
  return (
    <AboveDialog value={above.length === 0 ? null : <Stack dialogs={above} />}>
      {/* What it waits for keeps only itself away, not the window with what was typed in it. */}
      <Suspense fallback={null}>
        <TheDialog dialog={dialog} />
      </Suspense>
    </AboveDialog>
  );
}

function TheDialog({ dialog }: { readonly dialog: OpenDialog }) {
  const onClose = useCallback(() => ui.closeOnly(dialog), [dialog]);
  switch (dialog.name) {
    case 'gallery':
      return <Gallery step={dialog.step} template={dialog.template} onClose={onClose} />;
    case 'journey':
      return <JourneyDialog id={dialog.id} onClose={onClose} />;
    case 'template':
      return (
        <TemplateDialog
          key={dialog.id}
          id={dialog.id}
          onClose={made => {
            if (dialog.fromGallery === true) backToGallery(made);
            else onClose();
          }}
        />
      );
    case 'wheel':
      return null;
    case 'preferences':
      return <Preferences onClose={onClose} />;
    case 'passphrase':
      return <ChangePassphrase onClose={onClose} />;
    case 'recovery':
      return <OpenedRecovery onClose={onClose} />;
    case 'findRecovery':
      return <FindRecovery onClose={onClose} />;
    case 'renewRecovery':
      return <RenewRecovery onClose={onClose} />;
    case 'replaceKeys':
      return <ReplaceKeys onClose={onClose} />;
    case 'nameVault':
      return <NameVault onClose={onClose} />;
    case 'moveVault':
      return <MoveVault onClose={onClose} />;
    case 'seal':
      return <SealDialog id={dialog.id} onClose={onClose} />;
    case 'import':
      return <ImportDialog onClose={onClose} />;
    case 'backups':
      return <BackupsDialog onClose={onClose} />;
    case 'backup':
      return <BackupDialog id={dialog.id} madeAt={dialog.madeAt} onClose={onClose} />;
    case 'export':
      return <ExportDialog start={dialog.start} onClose={onClose} />;
    case 'palette':
      return <Palette of={dialog.of} onClose={onClose} />;
    case 'shortcuts':
      return <Shortcuts onClose={onClose} />;
    case 'safety':
      return <OpenedSafetyDialog onClose={onClose} />;
    case 'unsaved':
      return (
        <UnsavedDialog
          where={dialog.where}
          onCopy={() => openEntry()?.copyText() ?? Promise.resolve(false)}
          onLeave={dialog.leave}
          onClose={onClose}
        />
      );
    default:
      return dialog satisfies never;
  }
}

const backToGallery = (template: TemplateId | null): void =>
  ui.followDialog({ name: 'gallery', ...(template !== null && { template }) }, 'template');
