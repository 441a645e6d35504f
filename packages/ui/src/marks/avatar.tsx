import { initialsOf } from '../domain/initials';

/** Letters beside a name: the name itself is what is read. */
export function Avatar({ name, size = 'm' }: { name: string; size?: 'm' | 'l' }) {
  return (
    <span className={size === 'l' ? 'ava l' : 'ava'} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
