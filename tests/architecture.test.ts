import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { vaultContract } from '#shared/ipc/contract.ts';

const root = join(import.meta.dirname, '..');

/** Every TypeScript file below a folder of the project, as a path from its root. */
function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => relative(root, join(entry.parentPath, entry.name)));
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const linesWith = (folders: readonly string[], pattern: RegExp): string[] =>
  folders
    .flatMap(sourcesIn)
    .flatMap(path => (pattern.test(read(path)) ? [path] : []))
    .toSorted();

describe('who may import whom', () => {
  test('only main, preload and the two utility processes know Electron', () => {
    const importers = linesWith(['shared', 'electron', 'renderer'], /from 'electron'/);
    expect(
      importers.filter(
        path => !/^electron\/(main|preload|vault-process|import-process)\//.test(path),
      ),
    ).toEqual([]);
  });

  test('main does not reach into the core', () => {
    expect(linesWith(['electron/main', 'electron/preload'], /#core\/|\.\.\/core\//)).toEqual([]);
  });

  test('what reads files from outside does not reach into the core', () => {
    expect(linesWith(['electron/import-process'], /#core\/|\.\.\/core\//)).toEqual([]);
  });

  test('features do not import each other, except from the shell that shows them', () => {
    const features = sourcesIn('renderer/features').filter(path => !path.includes('/shell/'));
    const crossing = features.filter(path => {
      const own = path.split('/')[2];
      const others = [...read(path).matchAll(/from '\.\.\/(?<other>[a-z-]+)\//g)];
      return others.some(match => match.groups?.['other'] !== own);
    });
    expect(crossing).toEqual([]);
  });
});

describe('what the code never does', () => {
  const banned =
    /\.serialize\(|\.backup\(|loadExtension|openExternal|openPath|showItemInFolder|startDrag|addRecentDocument|crashReporter|dangerouslySetInnerHTML|innerHTML\s*=|insertAdjacentHTML|localStorage|sessionStorage|indexedDB|\beval\(|new Function\(/;

  test('no API that leaks, runs text or opens things is used', () => {
    expect(linesWith(['shared', 'electron', 'renderer'], banned)).toEqual([]);
  });
});

test('the build reads all shipped words, which the built app takes as they are', () => {
  const unread = linesWith(['shared/content'], /\bparseContent\(\s*'/).filter(
    path => !read('build/check-content.ts').includes(`'#${path}'`),
  );
  expect(unread).toEqual([]);
});

test('every fuse that the packager can set is set, and none by accident', () => {
  const [, fuses = ''] = /^electronFuses:\n((?: .*\n)+)/m.exec(read('electron-builder.yml')) ?? [];
  const set = fuses.split('\n').filter(line => /^ {2}\w/.test(line));
  expect(set.map(line => line.trim())).toEqual([
    'runAsNode: false',
    'enableNodeOptionsEnvironmentVariable: false',
    'enableNodeCliInspectArguments: false',
    'enableEmbeddedAsarIntegrityValidation: true',
    'onlyLoadAppFromAsar: true',
    'grantFileProtocolExtraPrivileges: false',
    'loadBrowserProcessSpecificV8Snapshot: false',
    'enableCookieEncryption: false',
  ]);
});

describe('what is installed', () => {
  test('there is one copy of Lexical, and every Lexical package has its version', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { version?: string }>;
    };
    const versions = Object.entries(lock.packages)
      .filter(([path]) => /node_modules\/(lexical|@lexical\/[a-z-]+)$/.test(path))
      .map(([path, { version }]) => `${path} ${version}`);
    expect(versions.filter(entry => !entry.endsWith(' 0.52.0'))).toEqual([]);
    expect(versions.filter(entry => entry.startsWith('node_modules/lexical '))).toHaveLength(1);
  });

  test('the lock file names no download address', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });
});

test('every procedure of the vault is asked for in a test', () => {
  // The walls only try every name with an input that does not fit. What the shell answers is tried
  // through the interface.
  const tests = sourcesIn('tests').filter(path => !/architecture\.test|walls\.spec/.test(path));
  const words = tests.map(read).join('\n');
  const unnamed = Object.keys(vaultContract).filter(name => !words.includes(`'${name}'`));
  expect(unnamed).toEqual([]);
});
