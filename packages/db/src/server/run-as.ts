export type Launch = { command: string; args: string[] };
export type Circumstance = { linux: boolean; root: boolean; dataReachable: boolean };

/** PostgreSQL refuses root, so root launches it as nobody. */
export const NOBODY = 65534;

/**
 * How to launch a program of PostgreSQL. On Linux it is told to stop when its parent dies;
 * below a folder that nobody may enter, a user namespace stands in for the other user.
 */
export function runAs(program: string, args: string[], { linux, root, dataReachable }: Circumstance): Launch {
  if (!linux) return { command: program, args };
  const death = ['--pdeathsig', 'INT'];
  if (!root) return { command: 'setpriv', args: [...death, program, ...args] };
  if (dataReachable) {
    const user = ['--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups'];
    return { command: 'setpriv', args: [...user, ...death, program, ...args] };
  }
  const namespace = ['-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  return { command: 'unshare', args: [...namespace, 'setpriv', ...death, program, ...args] };
}
