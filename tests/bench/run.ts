import { benchOpening } from './opening.ts';
import { benchTyping } from './typing.ts';
import { benchVault } from './vault.ts';

await benchVault();
await benchOpening();
await benchTyping();
