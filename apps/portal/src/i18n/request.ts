import { chooseLocale, LOCALE_COOKIE } from '@ascent/ui';
import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { organisationLocale } from '@/server/reader';

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  // Who chose none gets the organisation's language, then the browser's.
  const wanted = chosen ?? (await organisationLocale()) ?? undefined;
  const locale = chooseLocale(wanted, (await headers()).get('accept-language'));
  const { default: messages } = await import(`../messages/${locale}/index.ts`);
  return { locale, messages, timeZone: 'UTC' };
});
