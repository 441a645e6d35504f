import { compileMembership, parseRule, ruleTypes } from '@ascent/cohorts';
import type { Product } from '@ascent/schemas';
import type { Month } from './month';
import { ruleColumn } from './sql/feature-source';

/** Whether an account is in a product's scope, over the features table. */
export function scopeSql(month: Pick<Month, 'catalogue'>, product: Product): string {
  if (!product.scope) return '1';
  return compileMembership(parseRule(product.scope, ruleTypes(month.catalogue)), ruleColumn);
}

/** The same as stored beside the bins: 1 = in scope on that day. */
export function scopeColumn(product: string): string {
  return `in_${product}`;
}
