import { Suspense } from 'react';
import { publicPages } from './publicPages';
import { SessionGate } from './SessionGate';
import { Waiting } from './Waiting';

/** A public page when the address names one; everything else is behind the session. */
export function App() {
  const found = publicPages.find((page) => page.matches(window.location.pathname));
  return <Suspense fallback={<Waiting />}>{found ? <found.Page /> : <SessionGate />}</Suspense>;
}
