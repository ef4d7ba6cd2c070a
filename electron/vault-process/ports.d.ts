import type { Ports } from '#core/ports.ts';
/** The real world. `locale` is the language of the app; without it the system's is used. */
export declare function createPorts(
  vaultFolder: string,
  locale: unknown,
  spareFolder: unknown,
): Ports;
