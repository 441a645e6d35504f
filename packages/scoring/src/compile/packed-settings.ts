/**
 * From how many accounts it pays to have the engine compile a packed statement: that takes some four seconds whatever
 * the number (docs/benchmarks-scoring.md).
 */
const COMPILED_FROM = 1_000_000;

/**
 * How a packed statement over so many accounts has to be run. Compiled at once, if at all, since it runs once. Arguments
 * of `if` in any case: put off, the lookups behind them would be made again for every column. Blocks that keep some
 * hundred columns in the cache.
 */
export function packedSettings(accounts: number): string {
  const compiled =
    accounts < COMPILED_FROM ? 'compile_expressions = 0' : 'min_count_to_compile_expression = 0';
  return `max_block_size = 16384, ${compiled}, short_circuit_function_evaluation = 'disable'`;
}
