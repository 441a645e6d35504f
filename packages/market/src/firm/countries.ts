/** Pure data: the countries of the market. In a postal pattern `#` is a digit and `@` a letter. */
import type { LanguageName } from '../names/language';

type City = readonly [city: string, state: string, postal: string];
export type Country = {
  name: string;
  code: string;
  language: LanguageName;
  area: string;
  subsidiary: string;
  /** Share of the accounts; they add up to 1. */
  share: number;
  /** The planted confounder: partners are better in some countries, and it is they who sell. */
  partnerQuality: number;
  suffixes: readonly string[];
  cities: readonly City[];
};

export const COUNTRIES: readonly Country[] = [
  {
    name: 'United States',
    code: 'us',
    language: 'english',
    area: 'United States',
    subsidiary: 'United States',
    share: 0.28,
    partnerQuality: 0.35,
    suffixes: ['Inc.', 'LLC', 'Corp.', 'LLP', 'Group'],
    cities: [
      ['Tacoma', 'WA', '984##'],
      ['Austin', 'TX', '787##'],
      ['Columbus', 'OH', '432##'],
      ['Raleigh', 'NC', '276##'],
      ['Tucson', 'AZ', '857##'],
      ['Albany', 'NY', '122##'],
      ['Boise', 'ID', '837##'],
      ['Tampa', 'FL', '336##'],
      ['Omaha', 'NE', '681##'],
      ['Madison', 'WI', '537##'],
    ],
  },
  {
    name: 'Brazil',
    code: 'br',
    language: 'portuguese',
    area: 'Latin America',
    subsidiary: 'Brazil',
    share: 0.2,
    partnerQuality: -0.35,
    suffixes: ['Ltda.', 'S.A.', 'ME', 'EIRELI'],
    cities: [
      ['Campinas', 'SP', '130##-###'],
      ['Curitiba', 'PR', '800##-###'],
      ['Joinville', 'SC', '892##-###'],
      ['Recife', 'PE', '500##-###'],
      ['Uberlândia', 'MG', '384##-###'],
      ['Goiânia', 'GO', '740##-###'],
      ['Porto Alegre', 'RS', '900##-###'],
      ['Niterói', 'RJ', '242##-###'],
    ],
  },
  {
    name: 'United Kingdom',
    code: 'uk',
    language: 'english',
    area: 'Western Europe',
    subsidiary: 'United Kingdom',
    share: 0.13,
    partnerQuality: 0.2,
    suffixes: ['Ltd', 'LLP', 'plc', 'Group'],
    cities: [
      ['Leeds', 'England', 'LS# #@@'],
      ['Bristol', 'England', 'BS# #@@'],
      ['Cardiff', 'Wales', 'CF1# #@@'],
      ['Dundee', 'Scotland', 'DD# #@@'],
      ['Norwich', 'England', 'NR# #@@'],
      ['Belfast', 'Northern Ireland', 'BT# #@@'],
    ],
  },
  {
    name: 'Germany',
    code: 'de',
    language: 'german',
    area: 'Western Europe',
    subsidiary: 'Germany',
    share: 0.13,
    partnerQuality: 0.1,
    suffixes: ['GmbH', 'GmbH & Co. KG', 'AG', 'KG', 'e.K.'],
    cities: [
      ['Nürnberg', 'Bayern', '904##'],
      ['Bremen', 'Bremen', '281##'],
      ['Leipzig', 'Sachsen', '041##'],
      ['Kassel', 'Hessen', '341##'],
      ['Ulm', 'Baden-Württemberg', '890##'],
      ['Bielefeld', 'Nordrhein-Westfalen', '336##'],
    ],
  },
  {
    name: 'France',
    code: 'fr',
    language: 'french',
    area: 'Western Europe',
    subsidiary: 'France',
    share: 0.1,
    partnerQuality: 0,
    suffixes: ['SARL', 'SAS', 'S.A.', 'EURL'],
    cities: [
      ['Nantes', 'Pays de la Loire', '440##'],
      ['Lille', 'Hauts-de-France', '590##'],
      ['Dijon', 'Bourgogne-Franche-Comté', '210##'],
      ['Toulouse', 'Occitanie', '310##'],
      ['Rennes', 'Bretagne', '350##'],
    ],
  },
  {
    name: 'Spain',
    code: 'es',
    language: 'spanish',
    area: 'Western Europe',
    subsidiary: 'Spain',
    share: 0.07,
    partnerQuality: -0.2,
    suffixes: ['S.L.', 'S.A.', 'S.L.U.'],
    cities: [
      ['Zaragoza', 'Aragón', '500##'],
      ['Valencia', 'Comunitat Valenciana', '460##'],
      ['Bilbao', 'País Vasco', '480##'],
      ['Málaga', 'Andalucía', '290##'],
      ['Vigo', 'Galicia', '362##'],
    ],
  },
  {
    name: 'Portugal',
    code: 'pt',
    language: 'portuguese',
    area: 'Western Europe',
    subsidiary: 'Portugal',
    share: 0.04,
    partnerQuality: -0.1,
    suffixes: ['Lda.', 'S.A.', 'Unipessoal Lda.'],
    cities: [
      ['Braga', 'Braga', '47##-###'],
      ['Aveiro', 'Aveiro', '38##-###'],
      ['Setúbal', 'Setúbal', '29##-###'],
      ['Coimbra', 'Coimbra', '30##-###'],
    ],
  },
  {
    name: 'Japan',
    code: 'jp',
    language: 'japanese',
    area: 'Asia',
    subsidiary: 'Japan',
    share: 0.05,
    partnerQuality: 0.05,
    suffixes: ['KK', 'K.K.', 'GK'],
    cities: [
      ['Sendai', 'Miyagi', '980-####'],
      ['Nagoya', 'Aichi', '460-####'],
      ['Fukuoka', 'Fukuoka', '810-####'],
      ['Sapporo', 'Hokkaido', '060-####'],
      ['Kobe', 'Hyogo', '650-####'],
    ],
  },
];
