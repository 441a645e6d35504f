/**
 * Where a mark stands and how long it is, in percent of its track, to a tenth. As data attributes, a digit each: the
 * page's policy allows no style attribute, so `styles/placed.css` gives the digits their lengths.
 */
export function placed({ left, width }: { left?: number; width?: number }): Placed {
  return { ...digits('x', left), ...digits('w', width) };
}

type Axis = 'x' | 'w';
/** Tens, ones and tenths of a percent. */
export type Placed = Partial<Record<`data-${Axis}` | `data-${Axis}1` | `data-${Axis}2`, number>>;

function digits(axis: Axis, percent: number | undefined): Placed {
  if (percent === undefined) return {};
  const tenths = Math.round(Math.min(100, Math.max(0, percent)) * 10);
  return {
    [`data-${axis}`]: Math.floor(tenths / 100),
    [`data-${axis}1`]: Math.floor(tenths / 10) % 10,
    [`data-${axis}2`]: tenths % 10,
  };
}
