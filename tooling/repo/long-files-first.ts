import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Months that are run and killed take minutes: begun last, one of them would run on alone. */
const LONG = /\/apps\/worker\/src\/sample\//;
/** Servers that are killed have seconds to answer again: not beside the months. */
const TIMED = /\/packages\/warehouse\/src\/contract\//;

/** The order of test files over the workers; otherwise the larger first. */
export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      LONG.test(moduleId) ? 0 : TIMED.test(moduleId) ? 2 : 1;
    const sorted = await super.sort(files);
    // Sorting is stable.
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}
