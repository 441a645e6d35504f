export { CohortsLoading as default } from '@/features/cohort/cohorts-loading';
