import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { benchVault } from './vault.ts';

await benchVault();

// Measures typing in a real window; it exports `benchTyping`.
const typing = join(import.meta.dirname, 'typing.ts');
if (existsSync(typing)) {
  const { benchTyping } = (await import(pathToFileURL(typing).href)) as {
    benchTyping: () => Promise<void>;
  };
  await benchTyping();
}
