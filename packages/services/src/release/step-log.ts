import { type Db, tables } from '@ascent/db';
import { and, eq, inArray } from 'drizzle-orm';

const { cycleStep } = tables;
const keyOf = (releaseId: string, step: string) =>
  and(eq(cycleStep.releaseId, releaseId), eq(cycleStep.step, step));

export type StepState = { status: string; detail: Record<string, unknown> };

/** What a step of a release noted; null when it never ran. */
export async function stepState(db: Db, releaseId: string, step: string): Promise<StepState | null> {
  const [row] = await db.select().from(cycleStep).where(keyOf(releaseId, step));
  return row ? { status: row.status, detail: row.detail } : null;
}

export async function stepStarted(db: Db, releaseId: string, step: string): Promise<void> {
  const row = { releaseId, step, status: 'running', startedAt: new Date(), finishedAt: null, detail: {} };
  await db
    .insert(cycleStep)
    .values(row)
    .onConflictDoUpdate({ target: [cycleStep.releaseId, cycleStep.step], set: row });
}

export async function stepEnded(db: Db, releaseId: string, step: string, state: StepState): Promise<void> {
  await db
    .update(cycleStep)
    .set({ ...state, finishedAt: new Date() })
    .where(keyOf(releaseId, step));
}

/** The steps have to run again. */
export async function forgetSteps(db: Db, releaseId: string, steps: string[]): Promise<void> {
  await db.delete(cycleStep).where(and(eq(cycleStep.releaseId, releaseId), inArray(cycleStep.step, steps)));
}

export async function listSteps(db: Db, releaseId: string) {
  return db.select().from(cycleStep).where(eq(cycleStep.releaseId, releaseId)).orderBy(cycleStep.startedAt);
}
