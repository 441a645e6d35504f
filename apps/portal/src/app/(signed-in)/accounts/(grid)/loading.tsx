// In a group of its own: below a loading page, an account that is not found could not answer 404.
export { AccountsLoading as default } from '@/features/grid/accounts-loading';
