import { type Actor, type Caller, isMissing, type ReaderRelease } from '@ascent/api';
import { PATH_HEADER } from '@ascent/ui/page-headers';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { api } from './api';
import { signInAddress } from './portal-address';

/** The procedures as whoever sent this request; once a request. */
export const caller = cache(async (): Promise<Caller> => (await api()).caller(await headers()));

export const currentRelease = cache(
  async (): Promise<ReaderRelease | null> => (await caller()).release.current(),
);

export const currentActor = cache(async (): Promise<Actor | null> => (await caller()).session.me());

/** Whoever is signed in; anybody else goes to the portal's sign-in and comes back. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  redirect(signInAddress((await headers()).get(PATH_HEADER) ?? '/'));
}

/** What is missing and what one may not see are the same page. */
export async function orNotFound<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (cause) {
    if (isMissing(cause)) notFound();
    throw cause;
  }
}
