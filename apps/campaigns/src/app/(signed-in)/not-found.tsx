export { NotHere as default } from '@/features/states/not-here';
