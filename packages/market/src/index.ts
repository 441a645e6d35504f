export type { Location, Partner } from './firm/partners';
export { marketPartners, marketRows } from './market';
export { MARKET_HEADERS, type MarketFile, type MarketRow } from './rows/headers';
export type { MarketOptions } from './world';
