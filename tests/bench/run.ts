import { benchExports } from './exports.ts';
import { benchOpening } from './opening.ts';
import { benchTyping } from './typing.ts';
import { benchVault } from './vault.ts';

await benchVault();
await benchExports();
await benchOpening();
await benchTyping();
