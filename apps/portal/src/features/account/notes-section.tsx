import type { AccountDetail } from '@ascent/api';
import { gridColumns, type ReaderCatalogue } from '@ascent/schemas';
import { Columns } from '@ascent/ui';
import { caller } from '@/server/reader';
import { FeedbackPanel } from '../feedback/feedback-panel';
import { NotesPanel } from '../note/notes-panel';

/** What people of the organisation wrote about the account: for each other, and for the host. */
export async function NotesSection({ accountId, profile, catalogue }: NotesSectionProps) {
  const calls = await caller();
  const [notes, feedback] = await Promise.all([
    calls.note.list({ accountId }),
    calls.feedback.list({ accountId }),
  ]);
  const shown = new Set(gridColumns(catalogue, false).map(({ id }) => id));
  const columns = Object.entries(profile).flatMap(([id, value]) => (shown.has(id) ? [{ id, value }] : []));
  return (
    <Columns layout="even">
      <NotesPanel accountId={accountId} notes={notes} />
      <FeedbackPanel accountId={accountId} columns={columns} lines={feedback} catalogue={catalogue} />
    </Columns>
  );
}

type NotesSectionProps = { accountId: string; profile: AccountDetail['profile']; catalogue: ReaderCatalogue };
