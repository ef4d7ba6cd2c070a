import type { Migration } from '../migrate.ts';

/**
 * A letter is put away on one day, until the beginning of another: local calendar days, or both null
 * for one that is not. No text is touched by it.
 */
export const sealedLetters: Migration = {
  version: 5,
  name: 'sealed-letters',
  up(db) {
    db.exec(`
      ALTER TABLE entry ADD COLUMN sealed_on TEXT;
      ALTER TABLE entry ADD COLUMN sealed_until TEXT
        CHECK ((sealed_on IS NULL) = (sealed_until IS NULL));
    `);
  },
};
