import type { ReleaseReview } from '@ascent/api';
import { Columns } from '@ascent/ui';
import { CalibrationPanel, LiftPanel } from '../model/curve-panels';
import { OutcomesPanel } from './outcomes-panel';
import { ProductFigures } from './product-figures';
import { WinsPanel } from './wins-panel';

type Validation = NonNullable<ReleaseReview['validation']>;
export type ProductValidation = Validation['products'][number];

/** What came of one product: who bought, by what had been said of them. */
export function ProductSection({ product, name, scores }: ProductSectionProps) {
  return (
    <>
      <OutcomesPanel windows={product.windows} name={name} />
      <Columns layout="three">
        <ProductFigures
          product={product}
          scores={scores.filter((each) => each.product === product.product)}
        />
        <CalibrationPanel bins={product.calibration} />
        <LiftPanel lifts={product.deciles} />
      </Columns>
      <WinsPanel wins={product.wins} name={name} />
    </>
  );
}

type ProductSectionProps = { product: ProductValidation; name: string; scores: Validation['scores'] };
