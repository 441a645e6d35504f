import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const security = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
];

const config: NextConfig = {
  poweredByHeader: false,
  transpilePackages: [
    '@ascent/api',
    '@ascent/cohorts',
    '@ascent/db',
    '@ascent/email',
    '@ascent/schemas',
    '@ascent/scoring',
    '@ascent/services',
    '@ascent/ui',
    '@ascent/warehouse',
  ],
  serverExternalPackages: ['pg', 'chdb', 'pg-boss', '@clickhouse/client', 'nodemailer'],
  // Whoever starts the app runs the migrations first; their folders are nothing that a bundler can resolve.
  turbopack: { resolveAlias: { './migrate': './src/server/no-migrations.ts' } },
  // Types are checked once for the whole workspace, not again by each build.
  typescript: { ignoreBuildErrors: true },
  // Asked for by browsers while a page's head still streams.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  headers: async () => [{ source: '/:path*', headers: security }],
};

export default createNextIntlPlugin('./src/i18n/request.ts')(config);
