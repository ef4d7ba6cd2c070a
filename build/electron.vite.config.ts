import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = resolve(import.meta.dirname, '..');
const from = (...parts: string[]) => resolve(root, ...parts);

/**
 * Three builds into `out/`: main (with the vault and the import process beside it), preload, renderer.
 * Only packages with native or WebAssembly parts stay outside the bundles.
 */
const native = { include: ['better-sqlite3', '@node-rs/argon2', 'hash-wasm'] };
/**
 * Read by `process.env.NODE_ENV`, so that the bundles hold no development code; and the shipped words
 * are those that check-content.ts has read.
 */
const production = {
  'process.env.NODE_ENV': JSON.stringify('production'),
  'process.env.CONTENT_IS_READ': JSON.stringify('yes'),
};

/** The licences of all that is bundled, beside the bundle. */
const LICENCES = { fileName: 'licences.txt' };

/** They come through style sheets. */
const FONTS = ['inter', 'source-serif-4'].flatMap(font =>
  ['@fontsource-variable', '@fontsource'].map(scope => `node_modules/${scope}/${font}/LICENSE`),
);

/** Licences of what the list of licences does not see, as a file beside the bundle. */
const licences = (fileName: string, paths: readonly string[]): Plugin => ({
  name: 'licences',
  generateBundle() {
    const texts = paths.map(path => `## ${path}\n\n${readFileSync(from(path), 'utf8')}`);
    this.emitFile({ type: 'asset', fileName, source: texts.join('\n') });
  },
});

export default defineConfig({
  main: {
    root,
    define: production,
    // It is inside better-sqlite3, which does not say so.
    plugins: [licences('licences-of-native-parts.txt', ['build/licence-of-sqlite3mc.txt'])],
    resolve: {
      // Its entry for Node makes a `require` of its own for workers, which nothing here uses, and
      // the bundle has one already.
      alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }],
    },
    build: {
      outDir: from('out/main'),
      emptyOutDir: true,
      license: LICENCES,
      externalizeDeps: native,
      rolldownOptions: {
        input: {
          index: from('electron/main/index.ts'),
          'vault-process': from('electron/vault-process/main.ts'),
          'import-process': from('electron/import-process/main.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js' },
      },
    },
  },
  preload: {
    root,
    build: {
      outDir: from('out/preload'),
      emptyOutDir: true,
      externalizeDeps: false,
      lib: { entry: from('electron/preload/preload.ts'), formats: ['cjs'] },
      rolldownOptions: { output: { entryFileNames: 'preload.cjs' } },
    },
  },
  renderer: {
    root: from('renderer'),
    base: './',
    define: production,
    plugins: [react(), licences('licences-of-fonts.txt', FONTS)],
    build: {
      outDir: from('out/renderer'),
      emptyOutDir: true,
      // Nothing may become a data: URL: the content security policy allows fonts from the app only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Half of the code to read at every start. What the comments said of licences is in LICENCES.
      minify: true,
      license: LICENCES,
      rolldownOptions: {
        input: {
          index: from('renderer/index.html'),
          unlock: from('renderer/unlock.html'),
          print: from('renderer/print.html'),
        },
      },
    },
  },
});
