import { existsSync } from 'node:fs';

const security = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
];

/** What a Next app needs to serve this package: how its sources and stores are bundled, and what each answer says. */
export const nextBase = {
  poweredByHeader: false,
  // What a build keeps for the next one takes a fifth of its time: not of a first build, which somebody waits for.
  experimental: { turbopackFileSystemCacheForBuild: existsSync('.next/BUILD_ID') },
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
  turbopack: { resolveAlias: { './migrate': '../../packages/api/src/no-migrations.ts' } },
  // Types are checked once for the whole workspace, not again by each build.
  typescript: { ignoreBuildErrors: true },
  // Asked for by browsers while a page's head still streams.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  headers: async () => [{ source: '/:path*', headers: security }],
};
