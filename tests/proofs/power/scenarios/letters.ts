import type { EntryId } from '#shared/domain/ids.ts';
import { documentOf } from '../../../support/builders.ts';
import { unlocked, unsoundness, type Core } from '../../support/open-vault.ts';

/** The text that an entry has in a version: of some versions long, of some a few words. */
export const textOfVersion = (id: string, version: number): string =>
  version === 1
    ? ''
    : `count ${version} of ${id}\n${'and some more words '.repeat((version * 37) % 400)}`;

/** Saves the next version of an entry and returns its number. */
export async function saveNext(core: Core, id: EntryId): Promise<number> {
  const { version, title, writtenOn } = await core.get('entries.get', id);
  const document = documentOf(textOfVersion(id, version + 1));
  const draft = { id, baseVersion: version, seq: 1, title, writtenOn, document };
  return (await core.get('entries.saveDraft', draft)).version;
}

/** `saved <id> <version>` */
export const savedPromise = (id: string, version: number): string => `saved ${id} ${version}`;

/** What is wrong with the letters of a vault: missing, older than promised, or of another text. */
export async function problemsOfLetters(
  folder: string,
  acknowledged: readonly string[],
  passphrase?: string,
): Promise<string[]> {
  const opened = await unlocked(folder, passphrase);
  if ('error' in opened) return [`does not open: ${opened.error.code}`];
  const { core } = opened;
  const problems: string[] = [];
  const promised = new Map<string, number>();
  for (const line of acknowledged) {
    const [word, id = '', version] = line.split(' ');
    if (word === 'saved') promised.set(id, Number(version));
  }
  try {
    for (const { id } of await core.get('entries.list')) {
      const { version, document } = await core.get('entries.get', id);
      if (version < (promised.get(id) ?? 0)) problems.push(`${id} is of version ${version}`);
      const expected = JSON.stringify(documentOf(textOfVersion(id, version)));
      if (JSON.stringify(document) !== expected) problems.push(`${id} holds another text`);
      promised.delete(id);
    }
    for (const id of promised.keys()) problems.push(`${id} is missing`);
  } catch (error) {
    problems.push(String(error));
  } finally {
    await core.close();
  }
  return [...problems, ...(await unsoundness(folder, passphrase))];
}
