import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FrontError } from './front-error';

const BODY_MAX = 64 * 2 ** 30;
const FREE_MIN = 2 * 2 ** 30;

export type Spool = { file: (start: string, body: Readable) => Promise<string>; sweep: () => Promise<void> };

/** Bodies of inserts go to disk first, so that the engine sees a whole file or none. */
export async function openSpool(dataDir: string): Promise<Spool> {
  const folder = join(dataDir, 'spool');
  await mkdir(folder, { recursive: true });
  return {
    file: async (start, body) => {
      const { bavail, bsize } = await statfs(folder);
      if (bavail * bsize < FREE_MIN)
        throw new FrontError(503, 243, 'Cannot reserve space: less than 2 GB of disk are free');
      const path = join(folder, `${randomUUID()}.data`);
      try {
        await pipeline(limited(start, body), createWriteStream(path));
        return path;
      } catch (cause) {
        await rm(path, { force: true });
        throw cause;
      }
    },
    sweep: async () => {
      for (const name of await readdir(folder)) await rm(join(folder, name), { force: true });
    },
  };
}

function limited(start: string, body: Readable): Readable {
  return Readable.from(
    (async function* () {
      let size = Buffer.byteLength(start);
      if (start) yield Buffer.from(start);
      for await (const chunk of body) {
        size += (chunk as Buffer).length;
        if (size > BODY_MAX) throw new FrontError(413, 158, 'the body is too large');
        yield chunk as Buffer;
      }
    })(),
    { objectMode: false },
  );
}
