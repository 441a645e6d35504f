import type { TagTone } from '@ascent/ui';

/** The values of a request's fields, as the API names them; words are in the messages. */
export const PROBLEMS = ['access', 'data-question', 'wrong-data', 'report', 'campaign', 'other'] as const;
export const SEVERITIES = ['critical', 'moderate', 'minimal'] as const;
export const TOPICS = ['portal', 'campaigns', 'sign-in'] as const;

export const STATUS_TONE: Record<'open' | 'attention-needed' | 'closed', TagTone> = {
  open: 'info',
  'attention-needed': 'warn',
  closed: 'line',
};
