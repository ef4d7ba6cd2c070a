import { beforeEach, describe, expect, it } from 'vitest';
import { ui, useUi } from '../../../renderer/state/ui-store.ts';

const names = () => useUi.getState().dialogs.map(({ name }) => name);

describe('the dialogs that are open', () => {
  beforeEach(() => useUi.setState({ dialogs: [] }));

  it('has what is no form give way to the next', () => {
    ui.openDialog({ name: 'preferences' });
    ui.openDialog({ name: 'shortcuts' });
    expect(names()).toEqual(['shortcuts']);
  });

  it('puts whatever is opened above a form, once', () => {
    ui.openDialog({ name: 'journey', id: null });
    for (const name of ['safety', 'safety', 'preferences', 'safety'] as const) {
      ui.openDialog({ name });
    }
    expect(names()).toEqual(['journey', 'safety']);
  });

  it('keeps a form when another place is shown, as when its letter changed elsewhere', () => {
    ui.openDialog({ name: 'template', id: null });
    ui.show({ name: 'writing' });
    expect(names()).toEqual(['template']);
    ui.closeDialog();
    ui.openDialog({ name: 'gallery' });
    ui.show({ name: 'writing' });
    expect(names()).toEqual([]);
  });

  it('goes on from a form to the next dialog in its place, below what lies above', () => {
    ui.openDialog({ name: 'replaceKeys' });
    ui.openDialog({ name: 'safety' });
    ui.followDialog({ name: 'recovery' }, 'replaceKeys');
    expect(names()).toEqual(['recovery', 'safety']);
    ui.closeDialog();
    ui.followDialog({ name: 'renewRecovery' }, 'recovery', 'findRecovery');
    expect(names()).toEqual(['renewRecovery']);
  });

  it('closes only the dialog that is meant', () => {
    const journey = { name: 'journey', id: null } as const;
    ui.openDialog(journey);
    ui.openDialog({ name: 'safety' });
    ui.closeOnly(journey);
    expect(names()).toEqual(['safety']);
  });
});
