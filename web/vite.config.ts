/** Builds the client into dist/web; in development /api, /go and /c are the server's. */
import react from '@vitejs/plugin-react';
import presetMantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** The browser's own host goes along: the server refuses writes from another origin. */
const toServer = { target: 'http://127.0.0.1:3000', changeOrigin: false };

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/offline',
      filename: 'service-worker.ts',
      injectRegister: null,
      manifest: false,
      injectManifest: {
        // What opens without connection: the shell and the quick log; no charts, no other pages.
        globPatterns: ['index.html', 'color-scheme.js', 'brand.svg', 'assets/*.{js,css}', 'assets/inter-latin-*.woff2'],
        globIgnores: ['**/echarts-*', '**/!(new-lead|waiting|inbox|sign-in).page-*'],
      },
    }),
  ],
  css: { postcss: { plugins: [presetMantine()] } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // Small files stay files: the content policy then needs no data: for fonts and styles.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ }],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    fs: { allow: ['..'] },
    proxy: { '/api': toServer, '/go': toServer, '/c': toServer },
  },
});
