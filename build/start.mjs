import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { downloadElectron, electronBinary } from './electron-binary.mjs';
import { ensureChromium, requireDisplay } from './programs.mjs';
import { ensureBuilt, ensurePackages, nodeBinary, ROOT, run, Stop } from './setup.mjs';

const HELP = `npm start opens Amends, after installing and building what is missing.

  npm start -- --user-data-dir=FOLDER   keep the vault and the window's place in FOLDER
  npm start -- --host electron          only in Electron
  npm start -- --host chromium          in an installed Chromium or Chrome, even if Electron is there
  npm start -- --headless               in Chromium, without a window, until it is ended
  npm start -- --help                   this

Without --host it is Electron if its program is there or can be downloaded, else Chromium.
AMENDS_CHROMIUM names the program of Chromium if it is in an unusual place.`;

const isRoot = process.getuid?.() === 0;
const unsandboxed = isRoot ? ' You are root: its sandbox is off.' : '';

/** Opens the app and stays until it is closed. */
export async function start(args) {
  const options = parseOptions(args);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  await ensurePackages();
  if (!(await ensureBuilt())) throw new Stop('The app could not be built: see above.');
  const given = options['user-data-dir'];
  // npm starts us in the project's folder; a path is meant from where the person is.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const folder = given === undefined ? [] : [`--user-data-dir=${resolve(from, given)}`];

  const why = options.headless
    ? 'it was asked for without a window'
    : await whyNotElectron(options);
  return why === undefined
    ? inElectron(folder)
    : inChromium(folder, why, options.headless === true);
}

function parseOptions(args) {
  let options;
  try {
    options = parseArgs({
      args,
      options: {
        'user-data-dir': { type: 'string' },
        host: { type: 'string' },
        headless: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new Stop(`${error.message}\n\n${HELP}`);
  }
  const { host, headless } = options;
  if (host !== undefined && host !== 'electron' && host !== 'chromium') {
    throw new Stop(`--host is electron or chromium, not ${host}\n\n${HELP}`);
  }
  if (headless && host === 'electron') throw new Stop('Electron can not run without a window.');
  return options;
}

/** Undefined if Electron can be used. */
async function whyNotElectron({ host }) {
  if (host === 'chromium') return 'it was asked for';
  if (electronBinary() !== undefined) return undefined;
  const why = await downloadElectron();
  if (why !== undefined && host === 'electron') throw new Stop(`Electron is missing: ${why}.`);
  return why === undefined ? undefined : `Electron is not here and ${why}`;
}

async function inElectron(folder) {
  requireDisplay();
  console.log(`Amends runs in Electron, whose program is here.${unsandboxed}`);
  return run(electronBinary(), [...(isRoot ? ['--no-sandbox'] : []), ROOT, ...folder]);
}

async function inChromium(folder, why, headless) {
  if (!headless) requireDisplay();
  const program = await ensureChromium();
  console.log(`Amends runs in Chromium (${program}): ${why}.${unsandboxed}`);
  const register = pathToFileURL(join(ROOT, 'build/chromium-host/register.ts')).href;
  const main = join(ROOT, 'out/main/index.js');
  const args = ['--import', register, main, ...folder, ...(headless ? ['--headless'] : [])];
  return run(nodeBinary(), args, { env: { ...process.env, AMENDS_CHROMIUM: program } });
}
