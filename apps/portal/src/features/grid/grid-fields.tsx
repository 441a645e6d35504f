'use client';
import type { GridColumn, ReaderCatalogue } from '@ascent/schemas';
import { createContext, type ReactNode, useContext } from 'react';

/** Every column that the reader may see, and the topics of signals. */
export type GridFields = { columns: GridColumn[]; topics: ReaderCatalogue['topics'] };

const Fields = createContext<GridFields>({ columns: [], topics: [] });

/** Goes to the browser once: as part of each page it would be most of what a turned page weighs. */
export function GridFieldsProvider({ fields, children }: { fields: GridFields; children: ReactNode }) {
  return <Fields.Provider value={fields}>{children}</Fields.Provider>;
}

export const useGridFields = () => useContext(Fields);
