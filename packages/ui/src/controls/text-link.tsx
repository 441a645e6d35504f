import { classNames } from '../class-names';
import { Anchor, type LinkComponent, type LinkProps } from '../link';

export function TextLink({ Link = Anchor, className, ...rest }: LinkProps & { Link?: LinkComponent }) {
  return <Link {...rest} className={classNames('link', className)} />;
}
