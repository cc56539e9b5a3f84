import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The panel is served by the cms at `/`; in development `/api` goes to the server named by `API`. */
export default defineConfig({
  base: '/',
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'], dedupe: ['react', 'react-dom', 'react-router', 'react-router-dom'] },
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 1600 },
  worker: { format: 'es' },
  server: { proxy: { '/api': process.env.API ?? 'http://localhost:1337' } },
});
