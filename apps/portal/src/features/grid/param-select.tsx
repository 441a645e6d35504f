'use client';
import { Select } from '@ascent/ui';
import { useGridParams } from './use-grid-params';

/** One value of the address, chosen from a list; an empty one takes it away. */
export function ParamSelect({ param, label, value, options, none }: ParamSelectProps) {
  const { params, change } = useGridParams();
  return (
    <Select
      inputSize="s"
      className="w-40 flex-none"
      aria-label={label}
      value={params.get(param) ?? value}
      onChange={(event) =>
        change((next) => (event.target.value ? next.set(param, event.target.value) : next.delete(param)))
      }
    >
      {none && <option value="">{none}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}

type ParamSelectProps = {
  param: string;
  label: string;
  value: string;
  options: { value: string; label: string }[];
  none?: string;
};
