import { benchExports } from './exports.ts';
import { benchImports } from './imports.ts';
import { benchOpening } from './opening.ts';
import { benchPrinting } from './printing.ts';
import { benchTyping } from './typing.ts';
import { benchVault } from './vault.ts';

await benchVault();
await benchExports();
await benchPrinting();
await benchImports();
await benchOpening();
await benchTyping();
