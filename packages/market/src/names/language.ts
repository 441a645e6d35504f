import type { IndustryName } from '../firm/industries';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { japanese } from './japanese';
import { portuguese } from './portuguese';
import { spanish } from './spanish';

/** The parts from which a language makes company names. */
export type Language = {
  owners: readonly string[];
  /** What companies of an industry call themselves. */
  trades: Record<IndustryName, readonly string[]>;
  /** What follows one owner's name: " & Sons". */
  joiners: readonly string[];
  /** What stands between two owners' names. */
  and: string;
  /** "Metalúrgica Aurora" rather than "Aurora Metalúrgica". */
  tradeFirst: boolean;
};

export const LANGUAGES = { english, french, german, japanese, portuguese, spanish } as const;
export type LanguageName = keyof typeof LANGUAGES;
