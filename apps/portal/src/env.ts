import { PlatformConfig } from '@ascent/api';

/** Where the stores are: handed over by whoever starts the app. */
export function platformConfig(): PlatformConfig {
  const given = process.env.ASCENT_PLATFORM;
  if (!given) throw new Error('ASCENT_PLATFORM is not set: start the app with npm start');
  return PlatformConfig.parse(JSON.parse(given));
}
