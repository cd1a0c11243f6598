import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { Logger } from 'pino';
import type { DatabaseHandle } from '#db/client.server.ts';
import { Refusal } from '#db/refusal.server.ts';
import { type Config, EnvError, readConfig } from './lib/env.server.ts';
import { createApplication, type Pages } from './lib/front/application.server.ts';
import { devPages } from './lib/front/dev-pages.server.ts';
import { openForServing } from './lib/front/open-database.server.ts';
import { stopGracefully } from './lib/front/stop.server.ts';
import { createLockout } from './lib/lockout.server.ts';
import { createLog } from './lib/log.server.ts';

export interface ServerOptions {
  config: Config;
  /** Open and migrated; `stop` closes it. */
  database: DatabaseHandle;
  /** Absent: the built pages in `build/server`. */
  pages?: Pages;
  log?: Logger;
}

export interface RunningServer {
  url: string;
  /** Finishes the requests under way, then closes the database. */
  stop(): Promise<void>;
}

/** Serves the product on `config.port` (0: a free one) until `stop`. */
export async function startServer({ config, database, pages, log }: ServerOptions): Promise<RunningServer> {
  const services = { config, database, lockout: createLockout(), log: log ?? createLog(config.logLevel) };
  const application = createApplication(services, pages ?? { build: await builtPages() });
  const server = createServer(limits, application);
  await listen(server, config);
  const { port } = server.address() as AddressInfo;
  let stopping: Promise<void> | undefined;
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    stop: () => {
      stopping ??= stopGracefully(server, () => database.close());
      return stopping;
    },
  };
}

/** A sender gets this long for its headers, its whole request, and silence. */
const limits = { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 10_000 };

async function builtPages(): Promise<ServerBuild> {
  const file = pathToFileURL(resolve('build/server/index.js')).href;
  return import(file);
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new Refusal(`Port ${port} on ${host} is in use. Choose another with PORT.`)
          : error,
      ),
    );
    server.listen(port, host, done);
  });
}

/** Stops on SIGTERM and SIGINT and exits with 0; a second signal exits at once. */
export function stopOnSignals(running: RunningServer): void {
  let stopping = false;
  const onSignal = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await running.stop();
    process.exit(0);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

async function main(): Promise<void> {
  const dev = process.argv.includes('--dev');
  // React and Remix read it when they are loaded, which is later.
  process.env.NODE_ENV ??= dev ? 'development' : 'production';
  const config = readConfig(process.env, dev);
  const database = await openForServing(config);
  const running = await startServer({ config, database, pages: dev ? await devPages() : undefined });
  stopOnSignals(running);
  process.stdout.write(`对标 Duibiao: ${config.origin} (${running.url})\n`);
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    const plain = error instanceof Refusal || error instanceof EnvError;
    console.error(plain ? error.message : error);
    process.exit(1);
  });
}
