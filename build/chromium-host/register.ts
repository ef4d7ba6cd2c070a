import { registerHooks } from 'node:module';
import { chooseOptions, takeHostOptions } from './options.ts';

/**
 * `node --import ./build/chromium-host/register.ts out/main/index.js`: runs the built app with an
 * installed Chromium in the place of Electron. Everything the app imports stays as it is, except
 * that `electron` is ours.
 */
const electron = new URL('electron.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron' && specifier !== 'electron/main') return next(specifier, context);
    return { url: electron, format: 'module-typescript', shortCircuit: true };
  },
});

const options = takeHostOptions(process.argv);
chooseOptions(options);
Object.assign(process, { type: 'browser' });

const { app } = await import('./app.ts');
if (options.driven) await import('./test-driver.ts');

// As in Electron, a signal asks the app to quit; the second one does not ask.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    process.once(signal, () => process.exit(1));
    app.quit();
  });
}
