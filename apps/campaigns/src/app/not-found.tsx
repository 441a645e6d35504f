import { NotHere } from '@/features/states/not-here';

export default function NotFound() {
  return (
    <main id="main">
      <NotHere />
    </main>
  );
}
