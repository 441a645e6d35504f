/** The roles that the product connects as; none owns a table or bypasses row-level security. */
export const ROLES = ['app', 'host', 'auth', 'queue'] as const;
export type Role = (typeof ROLES)[number];
export type RolePasswords = Record<Role, string>;

export function roleName(role: Role): string {
  return `ascent_${role}`;
}

/** The same server and database as `ownerUrl`, as another role. */
export function roleUrl({
  ownerUrl,
  role,
  password,
}: {
  ownerUrl: string;
  role: Role;
  password: string;
}): string {
  const url = new URL(ownerUrl);
  url.username = roleName(role);
  url.password = encodeURIComponent(password);
  return url.toString();
}
