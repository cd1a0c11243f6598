/**
 * The Remix options; `vite.config.ts` imports them, because under Vite nothing reads this file by itself.
 * Single fetch and lazy route discovery stay off: their decoders have advisories without a fix in this major version.
 *
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  ignoredRouteFiles: ['**/.*', '**/README.md', '**/*.test.{ts,tsx}', '**/*.server.{ts,tsx}', '**/*.css'],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};
