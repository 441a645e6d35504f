// In a group of its own: below a loading page, an audience that is not found could not answer 404.
export { AudiencesLoading as default } from '@/features/audience/audiences-loading';
