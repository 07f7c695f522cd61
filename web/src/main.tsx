/** Starts the client: first the words, then the pages. */
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import './app/global.css';
import './app/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { printInLight } from './app/print-scheme.ts';
import { startI18n } from './i18n/i18n.ts';
import { installClient } from './offline/app-update.ts';
import { watchConnection } from './offline/connection.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

printInLight();
watchConnection();
await startI18n();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void installClient();
