import { announceRelease, type Platform, shownRelease } from '@ascent/services';

const EVERY_MS = 15_000;

/** Looks whether another release is shown, and tells its readers; once each, whatever is restarted in between. */
export function announceReleases(
  platform: Pick<Platform, 'app' | 'auth' | 'queue'>,
  portalAddress: string,
): { stop: () => void } {
  let announced: string | null = null;
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    try {
      const release = await shownRelease(platform.app);
      if (release && release.id !== announced)
        announced = (await announceRelease(platform, portalAddress)).releaseId;
    } catch (cause) {
      // The stores may be starting again; the next look tells.
      process.stderr.write(`releases are not announced: ${cause instanceof Error ? cause.message : cause}\n`);
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  void look();
  return { stop: () => clearInterval(timer) };
}
