import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

export const Theme = z.enum(['system', 'light', 'dark']);

/** What is remembered outside the vault, because the lock screen needs it: nothing private. */
const WindowState = z.object({
  bounds: z
    .object({ x: z.int(), y: z.int(), width: z.int().min(320), height: z.int().min(240) })
    .nullable()
    .default(null),
  maximized: z.boolean().default(false),
  theme: Theme.default('system'),
});
export type WindowState = z.infer<typeof WindowState>;

/** Reads the remembered state; anything missing or unreadable is the default. */
export function readWindowState(file: string): WindowState {
  try {
    return WindowState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // A lost window position is not worth a word to the person.
    return WindowState.parse({});
  }
}

/** Remembers the state; a folder that can not be written is reported where it matters, at a save. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.tmp`, JSON.stringify(state));
    renameSync(`${file}.tmp`, file);
  } catch (error) {
    console.error('window state not kept:', (error as NodeJS.ErrnoException).code ?? 'unknown');
  }
}
