import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
import remixConfig from './remix.config.js';

/** Offices keep their browsers for years: without these targets Chromium ≤ 110 loses its colours. */
const chrome99 = 99 << 16;

/** The program that opens untrusted files: beside the server, because from fifty sources it takes twice as long to start. */
const fileReader: Plugin = {
  name: 'file-reader',
  buildStart() {
    const [id, fileName] = ['app/files/extract-text.child.ts', 'extract-text.child.js'];
    this.emitFile({ type: 'chunk', id, fileName });
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig), isSsrBuild && fileReader],
  css: { transformer: 'lightningcss', lightningcss: { targets: { chrome: chrome99 } } },
  // In development: what the browser loads, prepared once. Looking for more would find the server's packages too, and
  // each find reloads the page half-way.
  optimizeDeps: {
    noDiscovery: true,
    include: [
      'react',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      'react-dom',
      'react-dom/client',
      '@remix-run/react',
      'i18next',
      'react-i18next',
      'big.js',
      'recharts',
      '@tanstack/react-table',
    ],
  },
  build: {
    target: isSsrBuild ? 'node24' : 'chrome99',
    minify: isSsrBuild ? false : 'terser', // a twentieth smaller than esbuild's
    cssMinify: 'lightningcss',
    reportCompressedSize: false,
    // The pages use the process's own database modules: a second copy in the bundle would not know its connections.
    rollupOptions: {
      external: isSsrBuild ? [/^#db\//] : [],
      // It only makes its class when loaded: pages that do no arithmetic are spared it.
      treeshake: { moduleSideEffects: (id) => !id.includes('/node_modules/big.js/') },
    },
  },
}));
