import { Box, Drawer, useMediaQuery } from '@mui/material';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { Waiting } from '../entry/Waiting';
import { panelText } from '../messages/panel';
import { tokens } from '../theme/tokens';
import { PageBoundary } from './PageBoundary';
import { PanelBar } from './PanelBar';
import { PanelMenu } from './PanelMenu';

const barHeight = 46;
const menuWidth = 190;

/** Bar, menu and page with their landmarks. The menu is a drawer on a narrow screen and can be folded on a wide one. */
export function PanelLayout({ children }: { children: ReactNode }) {
  const narrow = useMediaQuery('(max-width:900px)');
  const [folded, setFolded] = useState(false);
  const [drawer, setDrawer] = useState(false);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes when the page changes
  useEffect(() => setDrawer(false), [pathname]);

  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <Box
        component="a"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
        sx={{ position: 'fixed', left: 8, top: -60, zIndex: 2000, p: 1, backgroundColor: tokens.paper, color: tokens.primary, '&:focus': { top: 6 } }}
      >
        {panelText.skip}
      </Box>
      <PanelBar height={barHeight} menuOpen={narrow ? drawer : !folded} onMenu={() => (narrow ? setDrawer(true) : setFolded(!folded))} />
      <Box sx={{ display: 'flex', flex: 1, minWidth: 0 }}>
        {narrow ? (
          <Drawer open={drawer} onClose={() => setDrawer(false)} slotProps={{ paper: { sx: { width: 250 }, 'aria-label': panelText.menu } }}>
            <PanelMenu />
          </Drawer>
        ) : (
          !folded && (
            <Box
              sx={{
                width: menuWidth,
                flex: 'none',
                backgroundColor: tokens.paper,
                borderRight: `1px solid ${tokens.line}`,
                position: 'sticky',
                top: barHeight,
                height: `calc(100vh - ${barHeight}px)`,
                overflowY: 'auto',
              }}
            >
              <PanelMenu />
            </Box>
          )
        )}
        <Box component="main" id="main" ref={main} tabIndex={-1} sx={{ flex: 1, minWidth: 0, p: { xs: 1.25, md: 1.5 }, pb: 3, outline: 0 }}>
          <PageBoundary key={pathname.split('/')[1]}>
            <Suspense fallback={<Waiting />}>{children}</Suspense>
          </PageBoundary>
        </Box>
      </Box>
    </Box>
  );
}
