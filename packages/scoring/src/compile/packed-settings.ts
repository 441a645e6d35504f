/**
 * How a packed statement has to be run. Compiled at once, since it runs once. Arguments of `if` in any case: put off,
 * the lookups behind them would be made again for every column. Blocks that keep some hundred columns in the cache.
 */
export const PACKED_SETTINGS =
  "max_block_size = 16384, min_count_to_compile_expression = 0, short_circuit_function_evaluation = 'disable'";
