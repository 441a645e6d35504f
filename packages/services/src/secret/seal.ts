import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Closes secrets that have to be read again later. `owner` is whose it is: in the place of another it does not open. */
export type Seal = {
  close: (secret: string, owner: string) => string;
  open: (stored: string, owner: string) => string;
};

const MARK = 'sealed:1:';
const [NONCE_BYTES, TAG_BYTES] = [12, 16];

/** AES-256-GCM under a key of its own, derived from the installation's secret. */
export function createSeal(installationSecret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', installationSecret, '', 'ascent stored secrets', 32));
  return {
    close: (secret, owner) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
      const body = [cipher.update(secret, 'utf8'), cipher.final()];
      return MARK + Buffer.concat([nonce, ...body, cipher.getAuthTag()]).toString('base64');
    },
    open: (stored, owner) => {
      // Kept readable by an earlier version.
      if (!isSealed(stored)) return stored;
      const bytes = Buffer.from(stored.slice(MARK.length), 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-TAG_BYTES));
      const body = bytes.subarray(NONCE_BYTES, -TAG_BYTES);
      return decipher.update(body, undefined, 'utf8') + decipher.final('utf8');
    },
  };
}

export function isSealed(stored: string): boolean {
  return stored.startsWith(MARK);
}
