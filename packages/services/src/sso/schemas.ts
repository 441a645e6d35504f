import { z } from 'zod';
import { PlainText } from '../plain-text';

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .regex(/^(?!-)([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/, 'a domain looks like example.com');
const client = { clientId: PlainText.min(1).max(300), clientSecret: z.string().min(1).max(1000) };
const address = z.url({ protocol: /^https?$/ }).max(500);

export const NewSso = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('entra'), domain, ...client, tenantId: z.uuid() }),
  z.object({ kind: z.literal('google'), domain, ...client }),
  z.object({ kind: z.literal('oidc'), domain, ...client, issuer: address }),
  z.object({ kind: z.literal('saml-metadata'), domain, metadata: z.string().min(1).max(100_000) }),
  z.object({
    kind: z.literal('saml'),
    domain,
    entityId: PlainText.min(1).max(500),
    signOnUrl: address,
    certificate: z.string().min(1).max(20_000),
  }),
]);
export type NewSso = z.infer<typeof NewSso>;
export type NewOidc = Extract<NewSso, { clientId: string }>;
export type NewSaml = Exclude<NewSso, NewOidc>;

/** What was set up, without any secret: the client's and the certificate's are never shown again. */
export type SsoLine = {
  id: string;
  kind: 'entra' | 'google' | 'oidc' | 'saml';
  domain: string;
  issuer: string;
  domainVerified: boolean;
  enforced: boolean;
  /** The host's own staff keep their other ways in. */
  canEnforce: boolean;
  /** How many people have signed in through it. */
  people: number;
  /** The record that proves the domain. */
  record: { name: string; value: string };
  /** What the identity provider is told about us. */
  ours: { redirectUrl: string } | { acsUrl: string; entityId: string; metadataUrl: string };
};
