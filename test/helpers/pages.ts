import { resolve } from 'node:path';
import { flatRoutes } from '@remix-run/dev/dist/config/flat-routes.js';
import type { ServerBuild } from '@remix-run/node';
import * as entry from '#app/entry.server.tsx';
import * as root from '#app/root.tsx';
import remixConfig from '../../remix.config.js';

type Route = ServerBuild['routes'][string];
type AssetsRoute = ServerBuild['assets']['routes'][string];

/** Every page straight from the sources, found as Remix finds them, in the module graph of the test. */
export async function pagesFromSources(): Promise<ServerBuild> {
  const found = Object.values(flatRoutes(resolve('app'), remixConfig.ignoredRouteFiles));
  const routes: Record<string, Route> = { root: { id: 'root', path: '', module: root as Route['module'] } };
  for (const { id, parentId, path, index, file } of found) {
    const module = await import(/* @vite-ignore */ resolve('app', file));
    routes[id] = { id, parentId, path, index, module };
  }
  return {
    mode: 'production',
    entry: { module: entry as unknown as ServerBuild['entry']['module'] },
    routes,
    assets: {
      entry: { module: '/assets/entry.client.js', imports: [] },
      routes: Object.fromEntries(Object.values(routes).map((route) => [route.id, assetsOf(route)])),
      url: '/assets/manifest.js',
      version: 'test',
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: remixConfig.future as ServerBuild['future'],
    isSpaMode: false,
  };
}

function assetsOf({ id, parentId, path, index, module }: Route): AssetsRoute {
  return {
    id,
    parentId,
    path,
    index,
    hasAction: module.action !== undefined,
    hasLoader: module.loader !== undefined,
    hasErrorBoundary: module.ErrorBoundary !== undefined,
    module: `/assets/${id}.js`,
    imports: [],
  } as unknown as AssetsRoute;
}
