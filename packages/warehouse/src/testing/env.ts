/** A real server to test against instead of the embedded one. */
export function realServer(): { url: string; user: string; password: string } | null {
  const { CLICKHOUSE_URL, CLICKHOUSE_USER, CLICKHOUSE_PASSWORD } = process.env;
  return CLICKHOUSE_URL
    ? { url: CLICKHOUSE_URL, user: CLICKHOUSE_USER ?? 'default', password: CLICKHOUSE_PASSWORD ?? '' }
    : null;
}
