import { Settings, type SettingsPatch } from '#shared/domain/settings.ts';
import { prepare, type ReadDb, type WriteDb } from '../db/statements.ts';

interface SettingRow {
  readonly key: string;
  readonly value: string;
}

/**
 * The settings, complete. A stored key that this version does not know is left alone, and a value
 * that it does not understand gives the default: settings never keep anyone from their letters.
 */
export function readSettings(db: ReadDb): Settings {
  const rows = prepare<SettingRow>(db, 'SELECT key, value FROM setting').all();
  const understood = rows.filter(isUnderstood).map(({ key, value }) => [key, JSON.parse(value)]);
  return Settings.parse(Object.fromEntries(understood));
}

/** Writes the fields of a patch; the others stay as they are. */
export function writeSettings(db: WriteDb, patch: SettingsPatch): void {
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    prepare(
      db,
      `INSERT INTO setting (key, value) VALUES (@key, @value)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    ).run({ key, value: JSON.stringify(value) });
  }
}

function isUnderstood({ key, value }: SettingRow): boolean {
  return Settings.safeParse({ [key]: JSON.parse(value) as unknown }).success;
}
