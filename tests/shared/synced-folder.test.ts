import { expect, test } from 'vitest';
import { looksSynced } from '#shared/domain/synced-folder.ts';

test.each([
  '/home/someone/Dropbox/letters',
  'C:\\Users\\someone\\OneDrive - School\\vault',
  '/Users/someone/Library/Mobile Documents/com~apple~CloudDocs/vault',
  '/home/someone/Nextcloud',
  '/Volumes/Google Drive/My Drive/vault',
])('%s looks as if it were copied elsewhere', path => {
  expect(looksSynced(path)).toBe(true);
});

test.each([
  '/home/someone/.config/Amends/vault',
  '/media/stick',
  'C:\\Letters',
  '/home/boxer/drive',
])('%s does not', path => {
  expect(looksSynced(path)).toBe(false);
});
