import { lineOf, scaleOf } from '#shared/domain/blocks.ts';
import { areaIdOf } from '#shared/domain/impact-map.ts';
import type { Entry, NewEntry } from '#shared/domain/entry.ts';
import { paragraphOf, type DocumentNode } from '#shared/domain/document.ts';
import { plainPaper } from '#shared/domain/print.ts';
import type { VaultProcedure } from '#shared/ipc/contract.ts';
import { aCommitment, aSection, documentWith, draftOf, withId } from '../../support/builders.ts';
import { createTestApp, type TestApp } from '../../support/test-app.ts';
import { REQUEST } from '../export/exporting.ts';

/** Words that stand in the sealed letters and nowhere else: in a title, a text, a heading … */
export const CANARIES = ['zqtitle', 'zqwords', 'zqheading', 'zqpromise', 'zqscale', 'zqearlier'];

/** The canaries that an answer holds, an error as well as a value. */
export const canariesIn = (answer: unknown): readonly string[] => {
  const text = JSON.stringify(answer).toLowerCase();
  return CANARIES.filter(canary => text.includes(canary));
};

/** A vault in which every kind of writing is sealed that something is read from. */
export interface SealedVault {
  readonly app: TestApp;
  readonly letter: Entry;
  readonly map: Entry;
  readonly checkIn: Entry;
  readonly trashed: Entry;
  readonly all: readonly Entry[];
  /** An earlier text of the letter. */
  readonly revision: string;
  /** A backup that was made before any of them was there. */
  readonly snapshot: string;
}

export const UNTIL = '2026-05-20';

export const DAY_MS = 24 * 60 * 60_000;

/** Lets the day of the seals begin. */
export function letTheDayCome({ app }: SealedVault): Promise<void> {
  app.ports.advance(3 * DAY_MS);
  return Promise.resolve();
}

/** A vault with four sealed letters, one of them in the trash, all with canaries. */
export async function sealedVault(): Promise<SealedVault> {
  const app = await createTestApp();
  await app.write('Something else.', 'In the open');
  const { snapshot } = await app.get('snapshots.make');
  const letter = await written(app, {}, [
    aSection({ heading: 'zqheading', body: [paragraphOf('zqwords')] }),
    aSection({ heading: 'zqheading', body: [paragraphOf('zqwords')], isPrivate: true }),
    aCommitment({ what: 'zqpromise', by: '1 June 2026' }),
  ]);
  const map = await written(app, { templateId: 'impact-map' as NewEntry['templateId'] }, [
    withId(aSection({ heading: 'zqheading', body: [paragraphOf('zqwords')] }), areaIdOf('Faith')),
  ]);
  const checkIn = await written(app, { templateId: 'daily-check-in' as NewEntry['templateId'] }, [
    aSection({ heading: 'zqscale', body: [{ ...scaleOf({}), value: 3 }] }),
    lineOf('feelings', 'sad'),
  ]);
  const trashed = await written(app, {}, [paragraphOf('zqwords')]);
  const [revision] = await app.get('revisions.list', letter.id);
  const keep = { id: letter.id, audience: 'for-me', format: 'paper' };
  await app.get('exports.keepReceipt', keep);
  const all = [letter, map, checkIn, trashed];
  for (const { id } of all) await app.get('entries.seal', { id, until: UNTIL });
  await app.get('entries.trash', [trashed.id]);
  const place = { app, letter, map, checkIn, trashed, all };
  return { ...place, revision: revision?.id ?? '', snapshot: snapshot.id };
}

/** An entry with a title, a text, and another text before it. */
async function written(
  app: TestApp,
  start: Partial<NewEntry>,
  nodes: readonly DocumentNode[],
): Promise<Entry> {
  const entry = await app.get('entries.create', { templateId: null, journeyId: null, ...start });
  const earlier = { title: 'zqearlier', document: documentWith([paragraphOf('zqearlier')]) };
  await app.get('entries.saveDraft', { ...draftOf(entry), ...earlier });
  await app.get('revisions.keep', entry.id);
  const begun = await app.get('entries.get', entry.id);
  const draft = { ...draftOf(begun), title: 'zqtitle', document: documentWith(nodes) };
  await app.get('entries.saveDraft', draft);
  return app.get('entries.get', begun.id);
}

/**
 * Every procedure of the vault: what it is asked with where it could tell something of a letter, and
 * why it can not elsewhere. One that is added has to be put into this list, or it does not compile.
 */
export const ASKED: Readonly<Record<VaultProcedure, ((vault: SealedVault) => unknown) | Silent>> = {
  'entries.list': () => undefined,
  'entries.get': ({ letter }) => letter.id,
  'entries.printDocument': ({ letter }) => ({
    id: letter.id,
    options: plainPaper('a4'),
    copy: { audience: 'for-me', withPrivate: true },
  }),
  'entries.assembleImpact': ({ map }) => map.id,
  'trash.list': () => undefined,
  'revisions.list': ({ letter }) => letter.id,
  'revisions.get': ({ revision }) => revision,
  'revisions.openAsNew': ({ revision }) => revision,
  'templates.createFromEntry': ({ letter }) => letter.id,
  'exports.preview': () => REQUEST,
  'exports.previewLetter': ({ letter }) => ({
    id: letter.id,
    copy: { audience: 'for-me', withPrivate: true },
  }),
  'exports.receipts': () => undefined,
  'commitments.list': () => ({ journeyId: null }),
  'checkIns.list': () => ({ journeyId: null }),
  'search.find': () => ({ text: 'zqwords' }),
  'snapshots.preview': ({ snapshot }) => snapshot,
  // Told once after an unlock: `sealing.test.ts` has a test of its own.
  'drafts.takeReturned': 'has its own test',

  'entries.create': 'begins something else',
  'entries.saveDraft': 'answers with numbers of what was sent',
  'entries.settle': 'answers nothing',
  'entries.seal': 'answers labels',
  'entries.unseal': 'answers labels',
  'entries.trash': 'answers labels',
  'entries.move': 'answers labels',
  'entries.erase': 'answers nothing',
  'trash.restore': 'answers labels',
  'revisions.restore': 'answers labels',
  'revisions.keep': 'answers nothing',
  'commitments.edit': 'answers labels',
  'history.undo': 'answers labels',
  'history.redo': 'answers labels',
  'exports.prepare': 'answers an id',
  'exports.progress': 'answers numbers',
  'exports.cancel': 'answers nothing',
  'exports.target': 'has its own test',
  'exports.begin': 'answers nothing',
  'exports.next': 'has its own test',
  'exports.rendered': 'answers nothing',
  'exports.keepReceipt': 'answers nothing',
  'imports.begin': 'knows files only',
  'imports.receive': 'knows files only',
  'imports.failed': 'knows files only',
  'imports.openSealed': 'knows files only',
  'imports.progress': 'knows files only',
  'imports.preview': 'has its own test',
  'imports.take': 'answers numbers',
  'imports.cancel': 'answers nothing',
  'journeys.list': 'knows journeys only',
  'journeys.create': 'knows journeys only',
  'journeys.edit': 'knows journeys only',
  'journeys.archive': 'knows journeys only',
  'templates.list': 'knows templates only',
  'templates.create': 'knows templates only',
  'templates.edit': 'knows templates only',
  'templates.trash': 'knows templates only',
  // By the mark of its bytes, which nothing tells while the letter is sealed.
  'pictures.get': 'knows pictures only',
  'pictures.add': 'knows pictures only',
  'settings.get': 'knows settings only',
  'settings.update': 'knows settings only',
  'snapshots.list': 'answers numbers',
  'snapshots.make': 'answers numbers',
  'snapshots.verify': 'answers numbers',
  'snapshots.restore': 'has its own test',
  'snapshots.replaceDatabase': 'answers numbers',
  'snapshots.thatHold': 'knows files only',
  'snapshots.removeThoseThatHold': 'knows files only',
  'snapshots.drill': 'answers numbers',
  'snapshots.setSecondLocation': 'answers numbers',
  'vault.status': 'knows keys only',
  'vault.create': 'knows keys only',
  'vault.unlock': 'knows keys only',
  'vault.unlockWithRecovery': 'knows keys only',
  'vault.changePassphrase': 'knows keys only',
  'vault.resetPassphrase': 'knows keys only',
  'vault.renewRecovery': 'knows keys only',
  'vault.checkRecovery': 'knows keys only',
  'vault.recoveryState': 'knows keys only',
  'vault.newRecoveryCode': 'knows keys only',
  'vault.recoverySheet': 'knows keys only',
  'vault.replaceKeys': 'knows keys only',
  'vault.lastTime': 'knows keys only',
  'vault.acceptOlder': 'knows keys only',
  'vault.move': 'knows keys only',
  'vault.takeInBackup': 'knows keys only',
};

/** Why a procedure can tell nothing of a letter, or where else that is tried. */
type Silent =
  `answers ${string}` | `knows ${string} only` | 'begins something else' | 'has its own test';
