/** Tells a password manager whose password is being chosen or changed. */
export function UsernameOf({ email }: { email: string }) {
  return (
    <input
      className="sr"
      name="email"
      autoComplete="username"
      value={email}
      readOnly
      tabIndex={-1}
      aria-hidden
    />
  );
}
