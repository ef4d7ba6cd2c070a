import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Entry } from '#shared/domain/entry.ts';
import { PICTURE_MAX_BYTES, type NewPicture } from '#shared/domain/picture.ts';
import { documentOf, draftOf, pictureBytes } from '../support/builders.ts';
import { canMount } from '../support/small-disk.ts';
import { createTestApp, PASSPHRASE, temporaryFolder } from '../support/test-app.ts';
import type { Parcel } from './vault-process-host.ts';
import { withDatabase } from './vault-inspection.ts';

interface Page {
  readonly events: unknown[];
  readonly post: (data: unknown) => void;
  readonly call: <T>(procedure: string, input?: unknown) => Promise<T>;
}

type FromVault = { readonly id: number; readonly reply: unknown } | { readonly event: unknown };

/** A program, and its arguments, that starts the one whose command line follows. */
type Through = readonly [program: string, ...args: string[]];

function startVaultProcess(folder: string, through?: Through) {
  const script = join(import.meta.dirname, 'vault-process-host.ts');
  const child = fork(script, [`--vault-folder=${folder}`, '--locale=de-DE'], {
    serialization: 'advanced',
    ...(through !== undefined && {
      execPath: through[0],
      execArgv: [...through.slice(1), process.execPath],
    }),
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const heard: unknown[] = [];
  const listeners: ((message: FromVault) => void)[] = [];
  child.on('message', message => {
    const { page, data } = message as Parcel;
    if (page === null) heard.push(data);
    else listeners[page]?.(data as FromVault);
  });
  const post = (data: unknown, page: number | null = null) => {
    child.send({ page, data });
  };
  const connect = (): Page => {
    const page = listeners.length;
    post({ type: 'connect' });
    return pageOf(
      data => {
        post(data, page);
      },
      listener => listeners.push(listener),
    );
  };
  return { child, heard, post, connect };
}

/** What the preload does in a window. */
function pageOf(
  post: (data: unknown) => void,
  listen: (listener: (message: FromVault) => void) => void,
): Page {
  const events: unknown[] = [];
  const waiting = new Map<number, (reply: unknown) => void>();
  listen(message => {
    if ('event' in message) events.push(message.event);
    else waiting.get(message.id)?.(message.reply);
  });
  return {
    events,
    post,
    call: <T>(procedure: string, input?: unknown) => {
      const id = waiting.size;
      return new Promise<unknown>(resolve => {
        waiting.set(id, resolve);
        post({ id, procedure, input });
      }) as Promise<T>;
    },
  };
}

test(
  'pages talk to the vault directly, main hears of its state and can ask, and close ends it',
  { timeout: 30_000 },
  async () => {
    const folder = temporaryFolder();
    const { child, heard, post, connect } = startVaultProcess(folder);
    const unlockPage = connect();
    expect(await unlockPage.call('vault.status')).toEqual({
      ok: true,
      value: { state: 'absent', keysInHand: false, folder, rollback: false, keysUnfinished: false },
    });
    expect(await unlockPage.call('entries.list')).toMatchObject({
      error: { code: 'vault.locked' },
    });
    await unlockPage.call('vault.create', { passphrase: PASSPHRASE });

    const page = connect();
    const created = await page.call<{ value: Entry }>('entries.create', {
      templateId: null,
      journeyId: null,
    });
    const draft = { ...draftOf(created.value), document: documentOf('Ich habe gelogen.') };
    expect(await page.call('entries.saveDraft', draft)).toMatchObject({ value: { version: 2 } });
    const saved = { type: 'data-changed', topics: ['entries'] };
    expect([page.events, unlockPage.events]).toEqual([
      [saved, saved],
      [saved, saved],
    ]);

    const options = { paper: 'a4', headings: false, pageNumbers: true };
    const input = { id: created.value.id, options };
    post({ type: 'ask', id: 7, procedure: 'entries.printDocument', input });
    await expect
      .poll(() => heard.at(-1))
      .toMatchObject({
        type: 'reply',
        id: 7,
        reply: { ok: true, value: { language: 'de-DE' } },
      });
    expect(heard).toHaveLength(1);

    // Where a file goes is never a page's to say.
    for (const procedure of ['exports.begin', 'exports.next', 'exports.rendered']) {
      expect(await page.call(procedure, { id: created.value.id, path: '/tmp/x' })).toEqual({
        ok: false,
        error: { code: 'ipc.untrustedSender' },
      });
    }

    if (process.platform === 'linux') {
      const filter = readFileSync(`/proc/${child.pid}/coredump_filter`, 'utf8');
      expect(filter.trim()).toBe('00000000');
    }
    post({ type: 'close' });
    expect(await once(child, 'exit')).toEqual([0, null]);
    // Closing brought the search index up to date.
    const pending = await withDatabase(folder, db =>
      db.prepare('SELECT count(*) FROM entry WHERE indexed_version <> version').pluck().get(),
    );
    expect(pending).toBe(0);
  },
);

test(
  'the largest picture goes to the vault and comes back to a page as it was',
  { timeout: 30_000 },
  async () => {
    const { connect } = startVaultProcess(temporaryFolder());
    const page = connect();
    await page.call('vault.create', { passphrase: PASSPHRASE });
    const bytes = pictureBytes('image/webp', 'x'.repeat(PICTURE_MAX_BYTES - 12));
    const picture = { bytes, mediaType: 'image/webp', width: 2000, height: 1500 };
    const added = await page.call<{ value: string }>('pictures.add', picture);
    const got = await page.call<{ value: NewPicture }>('pictures.get', added.value);
    expect(got.value).toMatchObject({ mediaType: 'image/webp', width: 2000, height: 1500 });
    expect(Buffer.from(got.value.bytes).equals(bytes)).toBe(true);
  },
);

test(
  'messages that are no calls are dropped, and the vault goes on answering',
  { timeout: 30_000 },
  async () => {
    const { connect } = startVaultProcess(temporaryFolder());
    const page = connect();
    for (const noise of [null, 'text', 7, {}, { id: 'x' }, { id: 1, procedure: 9 }, []]) {
      page.post(noise);
    }
    expect(await page.call('vault.status')).toMatchObject({ ok: true });
  },
);

test(
  'an order to close lets a passphrase that is being changed be changed',
  { timeout: 30_000 },
  async () => {
    const folder = temporaryFolder();
    const first = startVaultProcess(folder);
    const page = first.connect();
    await page.call('vault.create', { passphrase: PASSPHRASE });
    const next = 'another good passphrase';
    void page.call('vault.changePassphrase', { current: PASSPHRASE, next });
    // The answer to a later call: the order to close comes after the order to change.
    expect(await page.call('entries.list')).toMatchObject({ ok: true });
    first.post({ type: 'close' });
    expect(await once(first.child, 'exit')).toEqual([0, null]);

    const second = startVaultProcess(folder).connect();
    expect(await second.call('vault.unlock', { passphrase: next })).toMatchObject({ ok: true });
  },
);

test.skipIf(!canMount || process.env['TZ'] !== undefined)(
  'when the time zone of the computer changes, a new entry is of the day that it is there',
  { timeout: 30_000 },
  async () => {
    const app = await createTestApp();
    await app.close();
    const settings = temporaryFolder();
    const goTo = (zone: string): void => {
      symlinkSync(`/usr/share/zoneinfo/${zone}`, join(settings, 'new'));
      renameSync(join(settings, 'new'), join(settings, 'localtime'));
    };
    // A day and an hour apart: it is never the same day in both.
    goTo('Pacific/Pago_Pago');
    const own = ['-m', 'sh', '-c', 'mount --bind "$0" /etc && exec "$@"', settings];
    const page = startVaultProcess(app.folder, ['unshare', ...own]).connect();
    await page.call('vault.unlock', { passphrase: PASSPHRASE });
    const dayOfNew = async () => {
      const begun = { templateId: null, journeyId: null };
      return (await page.call<{ value: Entry }>('entries.create', begun)).value.writtenOn;
    };
    const dayIn = (timeZone: string) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format();
    expect(await dayOfNew()).toBe(dayIn('Pacific/Pago_Pago'));
    goTo('Pacific/Kiritimati');
    await expect.poll(dayOfNew).toBe(dayIn('Pacific/Kiritimati'));
  },
);
