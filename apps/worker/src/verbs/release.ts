import { contentHash } from '@ascent/pipeline';
import { listReleases, ServiceError } from '@ascent/services';
import type { Verb } from '../cli/verb';
import type { Stores } from '../stores/open-stores';

export const releaseList: Verb = {
  name: 'release list',
  usage: 'release list',
  about: 'all releases, latest first',
  stores: true,
  run: async (_given, _progress, stores) => ({
    releases: (await listReleases(stores.host)).map(({ manifest: _manifest, ...line }) => line),
  }),
  say: ({ releases }) =>
    (releases as { id: string; status: string; contentHash: string; current: boolean }[])
      .map(
        ({ id, status, contentHash: hash, current }) =>
          `${id} ${status}${current ? ' (current)' : ''} ${hash}`,
      )
      .join('\n') || 'no release yet',
};

export const releaseShow: Verb = {
  name: 'release show',
  usage: 'release show RELEASE',
  about: "a release's manifest: inputs, models, as-of dates, gate",
  positionals: { min: 1, max: 1 },
  stores: true,
  run: async (given, _progress, stores) => releaseNamed(stores, given.positionals[0]!),
  say: (release) => JSON.stringify(release, null, 2),
};

export const releaseVerify: Verb = {
  name: 'release verify',
  usage: 'release verify RELEASE',
  about: 'computes the hash of the stored rows again and compares it with the sealed one',
  positionals: { min: 1, max: 1 },
  stores: true,
  run: async (given, _progress, stores) => {
    const release = await releaseNamed(stores, given.positionals[0]!);
    const { hash, rows } = await contentHash(stores.warehouse, release.id);
    const same = hash === release.contentHash;
    return { release: release.id, sealed: release.contentHash, found: hash, rows, same, failed: !same };
  },
  say: ({ release, same, found, sealed }) =>
    same
      ? `${release} is as it was sealed: ${found}`
      : `${release} CHANGED: sealed ${sealed}, found ${found}`,
};

async function releaseNamed(stores: Stores, id: string) {
  const release = (await listReleases(stores.host)).find((each) => each.id === id);
  if (!release) throw new ServiceError('not-found', `there is no release ${id}; ascent release list`);
  return release;
}
