import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import CheckIcon from '@mui/icons-material/Check';
import { Box, Button, Divider, ListSubheader, Menu, MenuItem, useMediaQuery } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import type { MembershipSummary } from '@xueshi/core';
import { useRef, useState } from 'react';
import { useLogout, useNotify } from 'react-admin';
import { request } from '../http/request';
import { panelText as text } from '../messages/panel';
import { userTypeNames } from '../messages/session';
import { useSession } from '../panel/SessionContext';

const describe = (membership: MembershipSummary): string => `${membership.organizationName} · ${userTypeNames[membership.userType]}（${membership.roleName}）`;

/** A02: the active membership and the others; switching loads the panel anew, so that nothing of the former role stays in memory. */
export function AccountMenu() {
  const { account, membership, memberships } = useSession();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const narrow = useMediaQuery('(max-width:700px)');
  const logout = useLogout();
  const notify = useNotify();
  const change = useMutation({
    mutationFn: (membershipId: number) => request<unknown>('/api/session', { method: 'PUT', body: { membershipId } }),
    onSuccess: () => window.location.assign('/'),
    onError: (error) => notify(error.message, { type: 'error' }),
  });

  return (
    <>
      <Button
        ref={anchor}
        color="inherit"
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        sx={{ maxWidth: narrow ? 130 : 460 }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {narrow ? account.name : `${membership.organizationName} · ${userTypeNames[membership.userType]} · ${account.name}`}
        </Box>
      </Button>
      <Menu
        container={() => anchor.current?.parentElement ?? null}
        anchorEl={anchor.current}
        open={open}
        onClose={() => setOpen(false)}
        slotProps={{ list: { 'aria-label': text.account } }}
      >
        <ListSubheader role="presentation" sx={{ lineHeight: '28px', fontSize: 12, color: 'text.secondary' }}>
          {account.name} {account.maskedIdNumber}
        </ListSubheader>
        {memberships.length > 1 && (
          <ListSubheader role="presentation" sx={{ lineHeight: '28px', fontSize: 12, color: 'text.secondary' }}>
            {text.switchMembership}
          </ListSubheader>
        )}
        {memberships.map((one) => (
          <MenuItem
            key={one.id}
            role="menuitemradio"
            aria-checked={one.id === membership.id}
            disabled={change.isPending}
            onClick={() => (one.id === membership.id ? setOpen(false) : change.mutate(one.id))}
            sx={{ whiteSpace: 'normal', maxWidth: 420 }}
          >
            <CheckIcon fontSize="small" sx={{ mr: 1, visibility: one.id === membership.id ? 'visible' : 'hidden' }} />
            {describe(one)}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem onClick={() => window.location.assign('/password')}>{text.changePassword}</MenuItem>
        <MenuItem onClick={() => void logout()}>{text.signOut}</MenuItem>
      </Menu>
    </>
  );
}
