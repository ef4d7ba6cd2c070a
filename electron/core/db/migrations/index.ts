import type { Migration } from '../migrate.ts';
import { initial } from './0001-initial.ts';

/** Every migration, in order. One that was released is never changed again. */
export const migrations: readonly Migration[] = [initial];
