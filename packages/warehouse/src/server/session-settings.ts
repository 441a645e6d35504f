import type { Profile } from './users';

/** Settings that a caller may send; others are ignored like an unknown header. */
const ALLOWED = new Set(
  `output_format_json_quote_64bit_integers output_format_json_quote_denormals date_time_input_format date_time_output_format
  input_format_skip_unknown_fields input_format_null_as_default input_format_csv_delimiter format_csv_delimiter
  max_result_rows max_block_size join_use_nulls max_execution_time mutations_sync async_insert max_insert_threads
  lightweight_deletes_sync input_format_csv_empty_as_default output_format_csv_crlf_end_of_line allow_experimental_json_type
  enable_json_type max_result_bytes result_overflow_mode non_replicated_deduplication_window insert_deduplication_token
  enable_multiple_prewhere_read_steps`.split(/\s+/),
);

/** A result that is not streamed stands in memory as a whole. */
const SINGLE_SHOT_BYTES_MAX = 64 * 2 ** 20;
/** Constant columns weigh next to nothing until they are written out. */
const SINGLE_SHOT_MEMORY_MAX = 2 ** 30;

/** A statement is no longer than this, whatever its sender allows it. */
export const STATEMENT_BYTES_MAX = 16 * 2 ** 20;
/** Below a quarter of what the engine takes: characters may have four bytes. */
const STATEMENT_LONG = 60_000;

const PARAMETER = /^param_[A-Za-z0-9_]+$/;

export type SessionPlan = {
  database: string;
  tag: string;
  profile: Profile;
  query: URLSearchParams;
  singleShot: boolean;
};

/** The statements that make a fresh session the request's own, as few as can be: each is a call of the engine. */
export function sessionStatements({ database, tag, profile, query, singleShot }: SessionPlan): string[] {
  const found = [
    `log_comment = '${tag}', priority = ${profile.priority}, max_threads = 1, implicit_select = 0`,
  ];
  const long: string[] = [];
  const asked = Number(query.get('max_execution_time') ?? Number.POSITIVE_INFINITY);
  found.push(
    `max_execution_time = ${Math.max(1, Math.min(profile.secondsMax, asked || Number.POSITIVE_INFINITY))}`,
  );
  for (const [name, value] of query) {
    if (PARAMETER.test(name)) parameter(name, value, found, long);
    else if (name === 'max_query_size')
      found.push(
        `max_query_size = ${Math.max(1, Math.min(STATEMENT_BYTES_MAX, Math.trunc(Number(value)) || 1))}`,
      );
    else if (ALLOWED.has(name) && name !== 'max_execution_time') found.push(`${name} = ${literal(value)}`);
  }
  if (singleShot) {
    const bytes = Math.min(
      SINGLE_SHOT_BYTES_MAX,
      Number(query.get('max_result_bytes')) || SINGLE_SHOT_BYTES_MAX,
    );
    found.push(
      `max_result_bytes = ${bytes}, result_overflow_mode = 'throw', max_memory_usage = ${SINGLE_SHOT_MEMORY_MAX}`,
    );
  }
  if (profile.readonly) found.push('readonly = 1');
  return [
    `USE \`${database.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
    ...long,
    `SET ${found.join(', ')}`,
  ];
}

/** The parameters of a request by name; null where they need more than one statement. */
export function parametersOf(query: URLSearchParams): Map<string, string> | null {
  const found = new Map([...query].filter(([name]) => PARAMETER.test(name)));
  return setParameters(found).length < STATEMENT_LONG ? found : null;
}

/** The statement that gives parameters their values: a session that may only read takes it, too. */
export function setParameters(values: ReadonlyMap<string, string>): string {
  return `SET ${[...values].map(([name, value]) => `${name} = ${literal(value)}`).join(', ')}`;
}

/** To the engine a parameter is a statement, and a long one needs leave and a statement of its own. */
function parameter(name: string, value: string, found: string[], long: string[]): void {
  const set = `${name} = ${literal(value)}`;
  const together = found.reduce((sum, each) => sum + each.length, 0) + set.length;
  if (together < STATEMENT_LONG) found.push(set);
  else long.push(`SET max_query_size = ${STATEMENT_BYTES_MAX}`, `SET ${set}`, 'SET max_query_size = DEFAULT');
}

export function literal(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
