import MenuIcon from '@mui/icons-material/Menu';
import { Box, IconButton, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { Emblem } from '../frame/Emblem';
import { panelText } from '../messages/panel';
import { useSession } from '../panel/SessionContext';
import { tokens } from '../theme/tokens';
import { AccountMenu } from './AccountMenu';

interface PanelBarProps {
  height: number;
  menuOpen: boolean;
  onMenu: () => void;
}

/** Product, platform and who is signed in as what. */
export function PanelBar({ height, menuOpen, onMenu }: PanelBarProps) {
  const { platformName } = useSession();
  return (
    <Box
      component="header"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 1100,
        height,
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 1,
        color: '#fff',
        background: `linear-gradient(100deg, ${tokens.primaryDark}, ${tokens.primary} 62%, ${tokens.accent})`,
        '& :focus-visible': { outlineColor: '#ffd27a' },
      }}
    >
      <IconButton color="inherit" aria-label={panelText.openMenu} aria-expanded={menuOpen} onClick={onMenu}>
        <MenuIcon />
      </IconButton>
      <Box component={Link} to="/" sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'inherit', textDecoration: 'none', minWidth: 0 }}>
        <Emblem size={28} />
        <Typography component="span" noWrap sx={{ fontSize: 15, fontWeight: 600, letterSpacing: '.04em' }}>
          {platformName}
        </Typography>
      </Box>
      <Box sx={{ ml: 'auto', flex: 'none' }}>
        <AccountMenu />
      </Box>
    </Box>
  );
}
