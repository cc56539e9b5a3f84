import { type ReactNode, useEffect } from 'react';
import { sessionText } from '../messages/session';
import { Emblem } from './Emblem';
import './frame.css';
import { usePlatformName } from './usePlatformName';

/** Header, main landmark and footer of the pages outside the panel: sign-in, password, registration notes, certificate verification. */
export function PublicFrame({ title, platformName: given, children }: { title: string; platformName?: string; children: ReactNode }) {
  const platformName = usePlatformName(given);
  useEffect(() => {
    document.title = [title, platformName].filter(Boolean).join(' · ');
  }, [title, platformName]);
  return (
    <div className="frame">
      <header className="frame-head">
        <div className="frame-head-in">
          <a className="frame-home" href="/">
            <Emblem />
            <span>
              <span className="frame-name" style={{ display: 'block' }}>
                {platformName || '\u00a0'}
              </span>
              <span className="frame-note">{sessionText.platformNote}</span>
            </span>
          </a>
        </div>
      </header>
      <main className="frame-main">{children}</main>
      <footer className="frame-foot">{sessionText.footer}</footer>
    </div>
  );
}
