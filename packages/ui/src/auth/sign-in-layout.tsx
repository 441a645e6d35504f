import type { Locale } from '@ascent/schemas';
import type { ReactNode } from 'react';
import { BrandMark } from '../marks/brand';
import { SignInArt } from './sign-in-art';

/** Two columns: the way in, and what the product is about. One column below 1024. */
export function SignInLayout({
  title,
  intro,
  tools,
  links,
  status,
  pitch,
  locale,
  children,
}: SignInLayoutProps) {
  return (
    <div className="signin">
      <main className="pane" id="main">
        <div className="ends">
          <span className="brand">
            <BrandMark size={26} />
            Ascent
          </span>
          <span className="push" />
          {tools}
        </div>
        <div className="form">
          <div>
            <h1 className="h1">{title}</h1>
            {intro && <p className="sub">{intro}</p>}
          </div>
          {children}
        </div>
        <div className="ends">
          {links}
          <span className="push" />
          {status}
        </div>
      </main>
      <aside className="art">
        <div>
          <SignInArt locale={locale} />
          {pitch && (
            <>
              <h2>{pitch.title}</h2>
              <p>{pitch.text}</p>
            </>
          )}
        </div>
      </aside>
    </div>
  );
}

/** Between the ways to sign in. */
export function OrLine({ children }: { children: ReactNode }) {
  return <div className="or">{children}</div>;
}

export type SignInLayoutProps = {
  title: ReactNode;
  intro?: ReactNode;
  /** Top right: the LocaleSwitch. */
  tools?: ReactNode;
  /** Bottom left. */
  links?: ReactNode;
  /** Bottom right: whether the systems work. */
  status?: ReactNode;
  pitch?: { title: ReactNode; text: ReactNode };
  locale: Locale;
  /** The form. */
  children: ReactNode;
};
