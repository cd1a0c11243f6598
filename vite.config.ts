import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

/** Offices keep their browsers for years: without these targets Chromium ≤ 110 loses its colours. */
const chrome99 = 99 << 16;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  css: { transformer: 'lightningcss', lightningcss: { targets: { chrome: chrome99 } } },
  // In development: named, so that the first page need not be loaded twice; argon2 is native code of the server only.
  optimizeDeps: {
    include: ['react-dom/client', '@remix-run/react', 'i18next', 'react-i18next', 'big.js'],
    exclude: ['@node-rs/argon2'],
  },
  build: {
    target: isSsrBuild ? 'node24' : 'chrome99',
    cssMinify: 'lightningcss',
    reportCompressedSize: false,
    // The pages use the process's own database modules: a second copy in the bundle would not know its connections.
    rollupOptions: { external: isSsrBuild ? [/^#db\//] : [] },
  },
}));
