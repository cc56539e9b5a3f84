const signInPath = '/sign-in';

/** The sign-in address that comes back to the present page. */
export function signInAddress(from: Pick<Location, 'pathname' | 'search'> = window.location): string {
  const here = from.pathname + from.search;
  return here === '/' || from.pathname === signInPath ? signInPath : `${signInPath}?next=${encodeURIComponent(here)}`;
}

/** Where to go after signing in: only an address of this site (an open redirect would serve phishing). */
export function returnAddress(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) && !next.startsWith(signInPath) ? next : '/';
}
