import type {} from 'vitest';
import type { WarehouseAddress } from './index';

declare module 'vitest' {
  interface ProvidedContext {
    /** The test run's warehouse. */
    warehouse: WarehouseAddress;
  }
}
