import type { MoverKind } from '@ascent/api';

export const MOVER_KINDS: readonly MoverKind[] = ['entered', 'left', 'moved', 'new'];
export type OverviewView = { kind: MoverKind };

/** Without a choice: who entered, or where nobody did, as in months that only refresh intent, who moved inside. */
export function readOverviewView(params: URLSearchParams, entered: number): OverviewView {
  const asked = MOVER_KINDS.find((kind) => kind === params.get('movers'));
  return { kind: asked ?? (entered > 0 ? 'entered' : 'moved') };
}

export function overviewHref({ kind }: OverviewView): string {
  return `/?movers=${kind}`;
}
