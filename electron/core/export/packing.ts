import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { ExportPreview } from '#shared/domain/export.ts';
import { createFilePlace, createFolderPlace, type Place } from './places.ts';
import { openFlow, sealedFlow, type Flow } from './seal.ts';
import { createZipLimit } from './zip-limit.ts';

/**
 * Files on their way to the place that was chosen for them. They throw what the file system throws,
 * and `ZipFull`.
 */
export interface Packing {
  /** A file, or the next piece of the one that was begun; `isLast` ends it. */
  readonly add: (name: string, bytes: Uint8Array, isLast?: boolean) => Promise<void>;
  /** All files have been added. Returns the path. */
  readonly finish: () => Promise<string>;
  readonly abandon: Place['abandon'];
}

interface Parcel {
  readonly target: ExportPreview['target'];
  /** The chosen file, or the folder in which a new one is made. */
  readonly path: string;
  /** Of the new folder. */
  readonly name: string;
  readonly passphrase: string | null;
  /** The day that files in a zip bear: when they were exported, not when they were written. */
  readonly day: Date;
}

/** Begins to write. It throws what the file system throws. */
export async function createPacking(parcel: Parcel): Promise<Packing> {
  if (parcel.target === 'folder') return intoFolder(parcel);
  const place = createFilePlace(parcel.path);
  try {
    const flow =
      parcel.passphrase === null
        ? openFlow(place.write)
        : await sealedFlow(parcel.passphrase, place.write);
    return parcel.target === 'zip' ? intoZip(place, flow, parcel.day) : intoFile(place, flow);
  } catch (error) {
    place.abandon();
    throw error;
  }
}

const intoFile = (place: Place, flow: Flow): Packing => ({
  add: (_name, bytes) => flow.write(bytes),
  async finish() {
    await flow.end();
    return place.finish();
  },
  abandon: place.abandon,
});

function intoFolder({ path, name }: Parcel): Packing {
  const place = createFolderPlace(path, name);
  return {
    add: (fileName, bytes) => {
      place.add(fileName, bytes);
      return Promise.resolve();
    },
    finish: () => Promise.resolve(place.finish()),
    abandon: place.abandon,
  };
}

/** What is packed already is only put in. */
const PACKED = /\.(?:docx|pdf|png|jpg|webp)$/;

function intoZip(place: Place, flow: Flow, day: Date): Packing {
  let packed: Uint8Array[] = [];
  const limit = createZipLimit();
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    packed.push(chunk);
  });
  const passOn = async (): Promise<void> => {
    const ready = packed;
    packed = [];
    for (const chunk of ready) {
      limit.addBytes(chunk.length);
      await flow.write(chunk);
    }
  };
  return {
    async add(name, bytes) {
      limit.addFile();
      const file = PACKED.test(name)
        ? new ZipPassThrough(name)
        : new ZipDeflate(name, { level: 6 });
      file.mtime = day;
      zip.add(file);
      file.push(bytes, true);
      await passOn();
    },
    async finish() {
      zip.end();
      await passOn();
      await flow.end();
      return place.finish();
    },
    abandon: place.abandon,
  };
}
