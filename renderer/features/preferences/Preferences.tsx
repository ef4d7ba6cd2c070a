import { useState, type ReactNode } from 'react';
import { showFailure } from '../../actions/navigate.ts';
import { call } from '../../api/client.ts';
import { queries, useSettings, useShellInfo } from '../../api/queries.ts';
import { queryClient } from '../../api/query-client.ts';
import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { words } from '../../words/en.ts';
import styles from './Preferences.module.css';
import { VaultPart } from './VaultPart.tsx';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** How the person likes it. Every change takes effect at once. */
export function Preferences({ onClose }: { readonly onClose: () => void }) {
  const info = useShellInfo();
  const settings = useSettings();
  const [theme, setTheme] = useState<Theme>(info.theme);

  async function chooseTheme(next: Theme) {
    setTheme(next);
    const reply = await call('shell.setTheme', next);
    if (reply.ok) await queryClient.invalidateQueries({ queryKey: queries.shellInfo.queryKey });
    else showFailure(reply.error);
  }

  async function choosePrompts(showPrompts: boolean) {
    const reply = await call('settings.update', { showPrompts });
    if (reply.ok) queryClient.setQueryData(queries.settings.queryKey, reply.value);
    else showFailure(reply.error);
  }

  return (
    <Dialog title={words.preferences.title} onClose={onClose}>
      <RadioCards
        label={<h3 className={styles['partTitle']}>{words.preferences.appearance}</h3>}
        columns={4}
        value={theme}
        options={THEMES.map(value => ({ value, label: words.preferences.themes[value] }))}
        onChange={next => void chooseTheme(next)}
      />
      <Part title={words.preferences.writing}>
        <Switch
          label={words.preferences.prompts}
          hint={words.preferences.promptsHint}
          checked={settings.showPrompts}
          onChange={checked => void choosePrompts(checked)}
        />
      </Part>
      <Part title={words.shortcuts.title}>
        <Button onClick={() => ui.openDialog({ name: 'shortcuts' })}>
          {words.preferences.shortcuts}
        </Button>
      </Part>
      <Part title={words.preferences.vault}>
        <VaultPart />
      </Part>
      <p className={styles['version']}>{words.preferences.version(info.version)}</p>
    </Dialog>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['part']}>
      <h3 className={styles['partTitle']}>{title}</h3>
      {children}
    </section>
  );
}
