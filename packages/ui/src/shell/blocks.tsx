import { ChevronDown, Ellipsis, Search } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Avatar } from '../marks/avatar';
import { BrandMark } from '../marks/brand';
import { Kbd } from '../marks/tag';

/** The organisation, at the top of the sidebar. As a Menu's trigger it opens the other ones. */
export function OrgBlock({ name, detail, logo, where, chooses, ...rest }: OrgBlockProps) {
  const inside = (
    <>
      {logo ? <img src={logo} alt="" width={24} height={24} className="orglogo" /> : <BrandMark />}
      <span className="ttl">
        <b className="ell">{name}</b>
        {detail && <small className="ell">{detail}</small>}
      </span>
      {where && <span className="where">{where}</span>}
      {chooses && <ChevronDown className="ic-s" aria-hidden />}
    </>
  );
  if (!chooses) return <div className="org">{inside}</div>;
  return (
    <button type="button" {...rest} className="org">
      {inside}
    </button>
  );
}

/** The person, at the foot of the sidebar. As a Menu's trigger it holds settings and signing out. */
export function UserBlock({ name, role, chooses, ...rest }: UserBlockProps) {
  const inside = (
    <>
      <Avatar name={name} />
      <span>
        <b className="ell">{name}</b>
        {role && <small className="ell">{role}</small>}
      </span>
      {chooses && <Ellipsis aria-hidden />}
    </>
  );
  if (!chooses) return <div className="who">{inside}</div>;
  return (
    <button type="button" {...rest} className="who">
      {inside}
    </button>
  );
}

export function FindButton({ label, keys, ...rest }: FindButtonProps) {
  return (
    <button type="button" title={label} {...rest} className="find">
      <Search className="ic-s" aria-hidden />
      <span>{label}</span>
      {keys && <Kbd>{keys}</Kbd>}
    </button>
  );
}

type ButtonRest = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'name' | 'role' | 'children' | 'className'>;
export type OrgBlockProps = ButtonRest & {
  name: string;
  detail?: ReactNode;
  /** Its own picture, as a data address; without one the product's mark. */
  logo?: string;
  where?: string;
  chooses?: boolean;
};
export type UserBlockProps = ButtonRest & { name: string; role?: ReactNode; chooses?: boolean };
export type FindButtonProps = ButtonRest & { label: string; keys?: string };
