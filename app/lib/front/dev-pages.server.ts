import type { ServerBuild } from '@remix-run/node';
import type { Pages } from './application.server.ts';

/** Pages straight from the sources, rebuilt as they change. Vite is a development dependency: imported only here. */
export async function devPages(): Promise<Pages & { close(): Promise<void> }> {
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true } });
  return {
    assets: vite.middlewares,
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    close: () => vite.close(),
  };
}
