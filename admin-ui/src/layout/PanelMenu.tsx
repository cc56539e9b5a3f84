import { Box, Typography } from '@mui/material';
import { NavLink } from 'react-router-dom';
import { useHome } from '../home/useHome';
import { panelText } from '../messages/panel';
import { tokens } from '../theme/tokens';
import { useMenu } from './useMenu';

const entry = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  px: 1.5,
  minHeight: 32,
  color: tokens.ink,
  textDecoration: 'none',
  borderLeft: '3px solid transparent',
  '&:hover': { backgroundColor: tokens.ground },
  '&.active': { backgroundColor: tokens.primarySoft, borderLeftColor: tokens.primary, color: tokens.primaryDark, fontWeight: 600 },
} as const;

/** The menu as the server orders it, grouped; the queues show how much waits. */
export function PanelMenu() {
  const groups = useMenu();
  const { data: home } = useHome();
  const waiting = (resource: string): number =>
    home?.counters.filter((counter) => counter.resource === resource).reduce((sum, counter) => sum + counter.count, 0) ?? 0;
  return (
    <Box component="nav" aria-label={panelText.menu} sx={{ py: 1 }}>
      <Box component={NavLink} to="/" end sx={entry}>
        {panelText.home}
      </Box>
      {groups.map((group) => (
        <Box key={group.name} sx={{ mt: 1 }}>
          <Typography component="h2" sx={{ px: 2, py: 0.25, fontSize: 12, fontWeight: 600, color: 'text.secondary' }}>
            {group.name}
          </Typography>
          {group.entries.map((one) => {
            const count = one.resource ? waiting(one.resource) : 0;
            return (
              <Box key={one.address} component={NavLink} to={one.address} sx={entry}>
                <span style={{ flex: 1 }}>{one.name}</span>
                {count > 0 && (
                  <Box
                    component="span"
                    sx={{ px: 0.75, borderRadius: 8, fontSize: 12, lineHeight: '18px', backgroundColor: tokens.primary, color: '#fff', fontWeight: 500 }}
                  >
                    {count > 999 ? '999+' : count}
                  </Box>
                )}
              </Box>
            );
          })}
        </Box>
      ))}
    </Box>
  );
}
