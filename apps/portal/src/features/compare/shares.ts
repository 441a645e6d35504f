export type Share = { value: string; members: number; rest: number };
type Counts = { value: string; n: number }[];

/**
 * The parts of both groups as shares of each, the members' largest first. Each side counts its own most frequent
 * values, so one that stands in neither list is in "others".
 */
export function sharesOf(members: Side, rest: Side, shown = 12): Share[] {
  const values = [...new Set([...members.counts, ...rest.counts].map(({ value }) => value))];
  const share = ({ counts, accounts }: Side, value: string) =>
    accounts === 0 ? 0 : (counts.find((each) => each.value === value)?.n ?? 0) / accounts;
  return values
    .map((value) => ({ value, members: share(members, value), rest: share(rest, value) }))
    .sort((a, b) => b.members - a.members || b.rest - a.rest)
    .slice(0, shown);
}

export type Side = { accounts: number; counts: Counts };
