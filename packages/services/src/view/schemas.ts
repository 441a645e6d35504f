import { z } from 'zod';
import { PlainText } from '../plain-text';

/** 'private' to its maker, or of the whole 'team'. */
export const ViewAudience = z.enum(['private', 'team']);

export const NewView = z.object({
  name: PlainText.min(1).max(60),
  /** Everything after the question mark of the grid's address, but the page. */
  query: PlainText.max(8000),
  audience: ViewAudience,
  /** Opens when the grid is opened without an address of its own: for the maker, or for the team. */
  isDefault: z.boolean().default(false),
});
export type NewView = z.infer<typeof NewView>;

export const ViewChange = NewView.partial().extend({ id: z.uuid() });
export type ViewChange = z.infer<typeof ViewChange>;

export type SavedView = {
  id: string;
  name: string;
  query: string;
  audience: z.infer<typeof ViewAudience>;
  isDefault: boolean;
  /** The reader made it, so may change it. */
  own: boolean;
};
