import { ipcMain, type BrowserWindow, type WebContents, type WebFrameMain } from 'electron';
import { shellContract, type HandlersFor, type ShellProcedure } from '#shared/ipc/contract.ts';
import type { AppError } from '#shared/errors.ts';
import { err, type Result } from '#shared/result.ts';
import { APP_PAGE, UNLOCK_PAGES } from './protocol.ts';

interface Sender {
  readonly sender: WebContents;
  readonly senderFrame: WebFrameMain | null;
}

/**
 * Answers the page's `shell.*` procedures and its wish for a line to the vault. A call counts only
 * if it comes from the top frame of our own window, on one of our own pages.
 */
export function answerPage(
  window: () => BrowserWindow | undefined,
  handlers: HandlersFor<ShellProcedure>,
  connect: (page: WebContents) => void,
): void {
  const isTrusted = ({ sender, senderFrame }: Sender): boolean => {
    const ours = window()?.webContents;
    if (ours === undefined || sender !== ours || senderFrame !== ours.mainFrame) return false;
    const url = senderFrame.url;
    return [APP_PAGE, ...UNLOCK_PAGES].some(page => url === page || url === `${page}index.html`);
  };

  ipcMain.handle('rpc', async (event, procedure: unknown, input: unknown) =>
    isTrusted(event)
      ? dispatchShell(handlers, procedure, input)
      : err({ code: 'ipc.untrustedSender' }),
  );
  ipcMain.on('connect', event => {
    if (isTrusted(event)) connect(event.sender);
  });
}

/** Name and payload are checked against the contract; this is the only catch-all of the shell. */
async function dispatchShell(
  handlers: HandlersFor<ShellProcedure>,
  procedure: unknown,
  input: unknown,
): Promise<Result<unknown, AppError>> {
  if (!isShellProcedure(procedure)) return err({ code: 'ipc.unknownProcedure' });
  const parsed = shellContract[procedure].input.safeParse(input);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.code}`);
    return err({ code: 'ipc.invalidInput', issues });
  }
  try {
    const handler = handlers[procedure] as (
      checked: unknown,
    ) => Result<unknown, AppError> | Promise<Result<unknown, AppError>>;
    return await handler(parsed.data);
  } catch (error) {
    const incident = crypto.randomUUID();
    // Only where it broke, never with what: messages of errors may quote a letter.
    console.error(`incident ${incident} in ${procedure}`, stackOf(error));
    return err({ code: 'internal', incident });
  }
}

const isShellProcedure = (name: unknown): name is ShellProcedure =>
  typeof name === 'string' && Object.hasOwn(shellContract, name);

function stackOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  // A message may have several lines; only a frame begins like this.
  const frames = stack.split('\n').filter(line => /^\s+at /.test(line));
  return frames.slice(0, 5).join('\n');
}
