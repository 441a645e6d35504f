import type { ReaderRelease } from '@ascent/api';
import { Columns } from '@ascent/ui';
import { caller } from '@/server/reader';
import { AgreementsPanel } from './agreements-panel';
import { OwnedPanel } from './owned-panel';
import { SignalPanel } from './signal-panel';

/** What was seen of the account, what it uses and owns, and what it has signed. */
export async function BelongingsSection({ accountId, release }: BelongingsSectionProps) {
  const found = await (await caller()).account.belongings({ accountId });
  const { intentAsOf, catalogue } = release;
  return (
    <>
      <Columns layout="even">
        <SignalPanel signals={found.signals} catalogue={catalogue} />
        <div className="grid min-w-0 gap-4">
          <OwnedPanel kind="technologies" facts={found.technologies} asOf={intentAsOf} />
          <OwnedPanel kind="installBase" facts={found.installBase} asOf={intentAsOf} />
        </div>
      </Columns>
      <AgreementsPanel agreements={found.agreements} today={intentAsOf} />
    </>
  );
}

type BelongingsSectionProps = { accountId: string; release: ReaderRelease };
