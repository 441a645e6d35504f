'use client';
export { PageError as default } from '@/features/states/page-error';
