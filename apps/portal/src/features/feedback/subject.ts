import { gridColumns, inLocale, type Locale, type ReaderCatalogue } from '@ascent/schemas';
import { uiWords } from '@ascent/ui';
import { sizeWord } from '../account/size-word';

/** A column's name for people; a column that is gone is called what it was. */
export function subjectTitle(id: string, catalogue: ReaderCatalogue | null, locale: Locale): string {
  const column = catalogue && gridColumns(catalogue, true).find((each) => each.id === id);
  return column ? inLocale(column.title, locale) : id;
}

/** What was shown, as the reader's language says it; nothing known is said. */
export function subjectValue(id: string, value: string, locale: Locale): string {
  const words = uiWords(locale);
  if (value === '' || value === 'null') return words.unknown;
  if (id === 'SMCTypeSummary') return sizeWord(value, locale);
  if (value === 'Yes') return words.answers.yes;
  return value === 'No' ? words.answers.no : value;
}
