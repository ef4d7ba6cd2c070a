import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../../build/chromium-host/find-chromium.mjs';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/**
 * A browser whose frames are not tied to the screen's rhythm, so that a time is the work done and
 * not the wait for the next of sixty frames in a second.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium or Chrome is needed');
  return chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
}

/** Builds the pages `ours` and `bare` of a bench as the app itself is built. */
export async function bundle(bench: string, outDir: string): Promise<void> {
  const root = join(import.meta.dirname, bench);
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: [join(root, 'ours.html'), join(root, 'bare.html')] },
    },
  });
}

/** Opens a built page; `letter` chooses what is written in it. */
export async function openPage(
  browser: Browser,
  folder: string,
  name: 'ours' | 'bare',
  letter = '',
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.route('**/*', route => {
    const path = new URL(route.request().url()).pathname.slice(1);
    return route.fulfill({
      body: readFileSync(join(folder, path)),
      contentType: TYPES[extname(path)] ?? 'application/octet-stream',
    });
  });
  await page.goto(`https://bench.localhost/${name}.html#${letter}`);
  await page.waitForFunction(() => window.isReady);
  return page;
}
