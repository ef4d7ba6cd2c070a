import type { Migration } from '../migrate.ts';

/**
 * The day that a promise names is read when it is listed: it depends on the day of its letter and on
 * the language of the person, both of which may change without a save.
 */
export const daysAreRead: Migration = {
  version: 6,
  name: 'days-are-read',
  up(db) {
    db.exec('ALTER TABLE commitment DROP COLUMN due');
  },
};
