import { nextBase } from '@ascent/api/next-base';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = nextBase;

export default createNextIntlPlugin('./src/i18n/request.ts')(config);
