import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** The app and its core need Node 24, whatever runs the tests. */
export function nodeBinary(): string {
  const major = Number(process.versions.node.split('.', 1)[0]);
  if (major >= 24) return process.execPath;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(ROOT, 'node_modules', `node-${system}-${process.arch}`, 'bin', name);
}
