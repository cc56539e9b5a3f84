import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './entry/App';
import { publishTokens } from './theme/tokens';

publishTokens(document.documentElement);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
