import { spawnSync } from 'node:child_process';

/**
 * Installs Debian packages where this process may (as root, or through sudo without a password).
 * Throws naming `what` is missing and the command to run where it may not.
 */
export function installPackages(what: string, packages: string[]): void {
  const command = ['apt-get', 'install', '--yes', '--no-install-recommends', ...packages];
  const prefix = privilege();
  if (!prefix) throw new Error(`The tests need ${what}. Install it, for example: sudo ${command.join(' ')}`);
  process.stderr.write(`Installing ${what} from the system’s packages …\n`);
  run([...prefix, 'apt-get', 'update']);
  if (!run([...prefix, ...command])) {
    throw new Error(`The tests need ${what}, which could not be installed: ${command.join(' ')}`);
  }
}

/** What to put before a command to run it as root; undefined where there is no apt-get or no right to use it. */
function privilege(): string[] | undefined {
  if (!run(['apt-get', '--version'])) return undefined;
  if (process.getuid?.() === 0) return [];
  return run(['sudo', '-n', 'true']) ? ['sudo', '-n'] : undefined;
}

function run([program = '', ...args]: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] }).status === 0;
}
