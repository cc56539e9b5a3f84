import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

export interface PublicPage {
  matches: (pathname: string) => boolean;
  Page: LazyExoticComponent<ComponentType>;
}

/** Pages anyone may open, each in a chunk of its own and without React-Admin. A page reads its address itself. */
export const publicPages: PublicPage[] = [
  { matches: (pathname) => pathname === '/register', Page: lazy(() => import('../session/RegistrationPage')) },
  { matches: (pathname) => pathname === '/verify' || pathname.startsWith('/verify/'), Page: lazy(() => import('../verification/VerificationPage')) },
];
