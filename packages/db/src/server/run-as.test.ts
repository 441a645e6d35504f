import { describe, expect, test } from 'vitest';
import { type Circumstance, NOBODY, runAs } from './run-as';

describe('a program of PostgreSQL is launched', () => {
  const nobody = String(NOBODY);
  const cases: [name: string, circumstance: Circumstance, command: string, before: string[]][] = [
    ['as it is on other systems', { linux: false, root: false, dataReachable: true }, '/pg/postgres', []],
    ['as it is by root elsewhere', { linux: false, root: true, dataReachable: false }, '/pg/postgres', []],
    [
      'with its parent by a user',
      { linux: true, root: false, dataReachable: true },
      'setpriv',
      ['--pdeathsig', 'INT', '/pg/postgres'],
    ],
    [
      'with its parent by a user, in a folder of theirs alone',
      { linux: true, root: false, dataReachable: false },
      'setpriv',
      ['--pdeathsig', 'INT', '/pg/postgres'],
    ],
    [
      'as nobody by root',
      { linux: true, root: true, dataReachable: true },
      'setpriv',
      ['--reuid', nobody, '--regid', nobody, '--clear-groups', '--pdeathsig', 'INT', '/pg/postgres'],
    ],
    [
      'in a namespace by root below a folder of root alone',
      { linux: true, root: true, dataReachable: false },
      'unshare',
      [
        '-U',
        `--map-user=${nobody}`,
        `--map-group=${nobody}`,
        'setpriv',
        '--pdeathsig',
        'INT',
        '/pg/postgres',
      ],
    ],
  ];
  test.each(cases)('%s', (_, circumstance, command, before) => {
    const args = ['-D', '/a folder', '-c', 'x=y z'];
    expect(runAs('/pg/postgres', args, circumstance)).toEqual({ command, args: [...before, ...args] });
  });
});
