import { createCodec } from './clone-codec.ts';
import { createIpcRenderer } from './ipc-renderer.ts';
import { runMainWorld } from './main-world.ts';
import { askInPage } from './page-dialog.ts';
import { createPagePorts } from './page-ports.ts';
import { createSealedLine } from './sealed-line.ts';
import { runPreloadWorld, type WorldConfig } from './preload-world.ts';
import { watchKeys } from './window-keys.ts';
import { createWorldLink } from './world-link.ts';

/** Only pages of the app, and of those only the top frame, get a preload. */
const GUARD = `if (window !== window.top || location.protocol !== 'https:') return;`;

/** The script of the preload's world, with the built preload inside. */
export function preloadSource(config: WorldConfig, preload: string): string {
  const parts = {
    createCodec,
    createWorldLink,
    createPagePorts,
    createSealedLine,
    createIpcRenderer,
    watchKeys,
    askInPage,
  };
  const named = Object.entries(parts).map(([name, part]) => `${name}: ${part.toString()}`);
  return `(() => {
${GUARD}
(${runPreloadWorld.toString()})({ ${named.join(',\n')} }, ${JSON.stringify(config)},
function (require, process) { const exports = {}; const module = { exports };
${preload}
});
})();`;
}

/** The script of the page's own world. */
export function mainWorldSource(handshake: string): string {
  return `(() => {
${GUARD}
(${runMainWorld.toString()})(${createWorldLink.toString()}, ${JSON.stringify(handshake)});
})();`;
}
