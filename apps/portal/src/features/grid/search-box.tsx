'use client';
import { Input } from '@ascent/ui';
import { Search } from 'lucide-react';
import { useGridParams } from './use-grid-params';

export function SearchBox({ label, value }: { label: string; value: string }) {
  const { change } = useGridParams();
  return (
    <search>
      <form
        action="/accounts"
        onSubmit={(event) => {
          event.preventDefault();
          const text = String(new FormData(event.currentTarget).get('q')).trim();
          change((next) => (text ? next.set('q', text) : next.delete('q')));
        }}
      >
        {/* The key starts the box anew when the address changes without it. */}
        <Input
          key={value}
          type="search"
          name="q"
          inputSize="s"
          maxLength={100}
          defaultValue={value}
          placeholder={label}
          aria-label={label}
          icon={<Search aria-hidden />}
        />
      </form>
    </search>
  );
}
