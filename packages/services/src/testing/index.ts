export { hostActor, partnerActor } from './actors';
export { feedFiles } from './feed-files';
export { syncTestPartners } from './partners';
export { freshPlatform, type TestPlatform } from './platform';
export { queuedMails } from './queued-mails';
export { publishRelease, writeReleaseRows } from './release';
