import { writeFileSync } from 'node:fs';

/** A crash must not write what is in memory to the disk. Other systems have no such file. */
export function forbidMemoryDumps(): void {
  if (process.platform !== 'linux') return;
  try {
    writeFileSync('/proc/self/coredump_filter', '0');
  } catch {
    // Kernels without it write no such dumps; the app works the same.
  }
}
