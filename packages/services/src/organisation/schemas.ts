import { z } from 'zod';
import { PlainText } from '../plain-text';

export const OrganisationQuery = z.object({ search: PlainText.max(100).default('') });

export type OrganisationLine = {
  id: string;
  name: string;
  people: number;
  /** Distributors that may look at its rows now. */
  distributors: number;
  domains: { domain: string; proven: boolean }[];
};

/** A distributor's leave to look at a reseller's rows, as the host sees it. */
export type LeaveLine = {
  id: string;
  resellerId: string;
  resellerName: string;
  distributorId: string;
  distributorName: string;
  seesSensitive: boolean;
  grantedBy: string;
  expiresAt: string;
};

export type DomainLine = {
  /** Of the identity provider that is set up for it. */
  id: string;
  domain: string;
  issuer: string;
  proven: boolean;
  enforced: boolean;
  /** The record that the domain's owner publishes. */
  record: { name: string; value: string };
  /** Addresses of the domain that have signed in by it. */
  people: number;
};

export type OrganisationDetail = {
  id: string;
  name: string;
  people: number;
  /** Open leaves only: whose rows it shows, and whose it sees. */
  shownTo: LeaveLine[];
  sees: LeaveLine[];
  domains: DomainLine[];
};
