import type { PlatformConfig } from '@ascent/services';
import { identityProviders, smtpUrl } from '../env';
import type { WorkerConfig } from '../jobs/config';
import type { StoreAddresses } from '../stores/pair';
import type { RunFile } from '../stores/run-file';

export function appAddress(port: number): string {
  return `http://localhost:${port}`;
}

/** What the two web apps are told: least rights, a reader's warehouse users, one secret for one sign-in. */
export function platformConfig(stores: StoreAddresses, run: RunFile): PlatformConfig {
  return {
    appUrl: stores.urls.app,
    hostUrl: stores.urls.host,
    authUrl: stores.urls.auth,
    queueUrl: stores.urls.queue,
    warehouseUrl: stores.warehouseUrl,
    portalUser: stores.warehouse.portal.user,
    portalToken: stores.warehouse.portal.password,
    exportUser: stores.warehouse.export.user,
    exportToken: stores.warehouse.export.password,
    secret: run.secrets.signIn,
    portalAddress: appAddress(run.ports.portal),
    campaignsAddress: appAddress(run.ports.campaigns),
    localMailbox: smtpUrl() === null,
    identityProviders: identityProviders(),
  };
}

export function workerConfig(stores: StoreAddresses, run: RunFile): WorkerConfig {
  return {
    hostUrl: stores.urls.host,
    authUrl: stores.urls.auth,
    appUrl: stores.urls.app,
    queueUrl: stores.urls.queue,
    warehouseUrl: stores.warehouseUrl,
    warehouseUser: stores.warehouse.jobs.user,
    warehousePassword: stores.warehouse.jobs.password,
    smtpUrl: smtpUrl(),
    mailPort: run.ports.mail,
    portalAddress: appAddress(run.ports.portal),
    mailFrom: 'Ascent <no-reply@ascent.example>',
  };
}
