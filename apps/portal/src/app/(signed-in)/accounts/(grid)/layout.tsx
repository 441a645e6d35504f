import { gridColumns } from '@ascent/schemas';
import type { ReactNode } from 'react';
import { GridFieldsProvider } from '@/features/grid/grid-fields';
import { currentRelease, requireActor } from '@/server/reader';

export default async function GridLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const release = await currentRelease();
  if (!release) return children;
  const { catalogue } = release;
  const fields = { columns: gridColumns(catalogue, actor.seesSensitive), topics: catalogue.topics };
  return <GridFieldsProvider fields={fields}>{children}</GridFieldsProvider>;
}
