import { type Actor, type Caller, isMissing, type ReaderRelease } from '@ascent/api';
import { PATH_HEADER } from '@ascent/ui/page-headers';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { api } from './api';

/** The procedures as whoever sent this request; once a request. */
export const caller = cache(async (): Promise<Caller> => (await api()).caller(await headers()));

export const currentActor = cache(async (): Promise<Actor | null> => (await caller()).session.me());

export const currentRelease = cache(
  async (): Promise<ReaderRelease | null> => (await caller()).release.current(),
);

/** What the reader's organisation wants for people who chose no language; null signed out, or while nothing answers. */
export const organisationLocale = cache(async () => {
  try {
    return (await currentActor()) ? (await (await caller()).setting.get()).locale : null;
  } catch {
    // The page says what failed; in which language is the least of it.
    return null;
  }
});

/** Whoever is signed in; anybody else goes to sign in and comes back. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  const path = (await headers()).get(PATH_HEADER) ?? '/';
  redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`);
}

/** For anybody else the page does not exist. */
export async function requireHostStaff(): Promise<Actor> {
  const actor = await requireActor();
  if (actor.kind !== 'host') notFound();
  return actor;
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
