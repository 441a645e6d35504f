'use client';
import { Button, Check, Popover } from '@ascent/ui';
import { ChevronDown } from 'lucide-react';
import { useGridParams } from './use-grid-params';

/** Checks for one field; each answers at once. */
export function FilterMenu({ param, label, options }: FilterMenuProps) {
  const { params, change, pending } = useGridParams();
  // What an address says wrongly filters nothing, so it is not shown as chosen.
  const chosen = params.getAll(param).filter((value) => options.some((option) => option.value === value));
  const toggle = (value: string, on: boolean) =>
    change((next) => {
      next.delete(param);
      for (const each of chosen) if (each !== value) next.append(param, each);
      if (on) next.append(param, value);
    });
  const trigger = (
    <Button
      size="s"
      variant={chosen.length ? 'default' : 'ghost'}
      icon={<ChevronDown className="ic-s" aria-hidden />}
    >
      {label}
    </Button>
  );
  return (
    <Popover trigger={trigger} label={label} title={label}>
      <div
        className="flex max-h-72 min-w-52 flex-col overflow-y-auto px-3 pb-3"
        aria-busy={pending || undefined}
      >
        {options.map((option) => (
          <Check
            key={option.value}
            checked={chosen.includes(option.value)}
            onChange={(event) => toggle(option.value, event.target.checked)}
            label={
              <>
                {option.label}
                {option.count && <span className="muted xs"> {option.count}</span>}
              </>
            }
          />
        ))}
      </div>
    </Popover>
  );
}

type FilterOption = { value: string; label: string; count?: string };
type FilterMenuProps = { param: string; label: string; options: FilterOption[] };
