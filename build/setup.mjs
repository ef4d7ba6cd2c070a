import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..');

/** Something a person has to know or do; it ends the run without a stack. */
export class Stop extends Error {}

/** Node runs TypeScript and takes hooks without flags from this version on. */
const NODE = [22, 18];

/** Runs a program to its end, with our own output; resolves to its exit code. */
export function run(program, args, options = {}) {
  return new Promise(done => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', ...options });
    const forward = signal => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
    child.on('error', error => {
      console.error(`${program}: ${error.message}`);
    });
    child.on('close', code => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, forward);
      done(code ?? 1);
    });
  });
}

/** Runs a tool of `node_modules` with the project's own Node. */
export function runTool(path, args, env = {}) {
  const node = nodeBinary();
  const PATH = `${dirname(node)}${delimiter}${process.env['PATH'] ?? ''}`;
  const script = path.startsWith(ROOT) ? path : join(ROOT, 'node_modules', path);
  return run(node, [script, ...args], { env: { ...process.env, PATH, ...env } });
}

/** Installs the packages of the lock file, if they are not there yet or are others. */
export async function ensurePackages() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  console.log(`Installing packages (${missing.length} missing or of another version)…`);
  if (!isRunningOurs() && (await npm(['ci', '--loglevel=error'])) === 0) return;
  // Leaves the lock file as it is, and is content with what the registry has for this system.
  if ((await npm(['install', '--no-save'])) === 0) return;
  throw new Stop('The packages could not be installed: see what npm says above.');
}

/** What the lock file asks for and is not installed. Packages for other systems may be missing. */
function missingPackages() {
  const wanted = readPackages(join(ROOT, 'package-lock.json'));
  const installed = readPackages(join(ROOT, 'node_modules/.package-lock.json'));
  return Object.entries(wanted).filter(([path, { version, optional, peer }]) => {
    if (path === '') return false;
    const there = installed[path];
    if (there === undefined) return !optional && !peer;
    return there.version !== version || !existsSync(join(ROOT, path, 'package.json'));
  });
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** Windows can not replace the program that is running, which may be the Node in node_modules. */
const isRunningOurs = () =>
  process.platform === 'win32' && process.execPath.startsWith(join(ROOT, 'node_modules'));

function npm(args) {
  const script = process.env['npm_execpath'];
  if (script !== undefined) {
    return run(process.env['npm_node_execpath'] ?? process.execPath, [script, ...args]);
  }
  return run('npm', args, { shell: process.platform === 'win32' });
}

let foundNode;

/** The Node the app needs: the one that came with the packages, or an installed one. */
export function nodeBinary() {
  foundNode ??= nodeCandidates().find(isNewEnough);
  if (foundNode !== undefined) return foundNode;
  throw new Stop(
    `Amends needs Node ${NODE.join('.')} or newer; this is ${process.versions.node}, and there is no ` +
      `ready-made Node for ${process.platform} ${process.arch} among the packages.\n` +
      'Install Node 24 from https://nodejs.org and try again.',
  );
}

function nodeCandidates() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = join(ROOT, 'node_modules', `node-${system}-${process.arch}`, 'bin', name);
  return [own, process.execPath, process.env['npm_node_execpath']].filter(Boolean);
}

function isNewEnough(path) {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (status !== 0) return false;
  const [major, minor] = stdout.slice(1).split('.').map(Number);
  return major > NODE[0] || (major === NODE[0] && minor >= NODE[1]);
}

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'build/electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const BUILT = ['out/main/index.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** Builds the app if a source is newer than what was built. Says whether that worked. */
export async function ensureBuilt() {
  const builtAt = Math.min(...BUILT.map(path => changedAt(join(ROOT, path)) ?? 0));
  const newest = SOURCES.map(path => newestBelow(join(ROOT, path))).reduce((a, b) =>
    a.at > b.at ? a : b,
  );
  if (newest.at <= builtAt) return true;
  const why = builtAt === 0 ? 'for the first time' : `${relative(ROOT, newest.path)} is newer`;
  console.log(`Building the app (${why})…`);
  if ((await run(nodeBinary(), ['build/check-content.ts'])) !== 0) return false;
  const code = await runTool('electron-vite/bin/electron-vite.js', [
    'build',
    '--config',
    'build/electron.vite.config.ts',
    '--logLevel',
    'warn',
  ]);
  return code === 0;
}

/** A folder counts too: it changes when a file in it goes. */
function newestBelow(path) {
  const here = { path, at: changedAt(path) ?? 0 };
  if (!existsSync(path) || !statSync(path).isDirectory()) return here;
  return readdirSync(path)
    .map(name => newestBelow(join(path, name)))
    .reduce((a, b) => (a.at > b.at ? a : b), here);
}

const changedAt = path => (existsSync(path) ? statSync(path).mtimeMs : undefined);
