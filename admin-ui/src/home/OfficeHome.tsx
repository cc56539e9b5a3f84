import { Box, Link, Paper, Stack, Typography } from '@mui/material';
import type { Counter } from '@xueshi/core';
import { Link as RouterLink } from 'react-router-dom';
import { PageHead } from '../layout/PageHead';
import { useMenu } from '../layout/useMenu';
import { panelText } from '../messages/panel';
import { useSession } from '../panel/SessionContext';
import { tokens } from '../theme/tokens';
import { listAddress } from '../views/filterDefaults';
import { OneState } from '../views/ViewShow';
import { useHome } from './useHome';

const text = panelText.homePage;

/** X13, D19: what waits for this office. Every counter opens exactly the list it counts. */
export default function OfficeHome() {
  const { account, membership } = useSession();
  const { data, error, isPending, refetch } = useHome();
  const groups = useMenu();
  const counters = data?.counters ?? [];
  return (
    <>
      <PageHead title={panelText.home} />
      <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>
        {text.greeting(account.name)} · {membership.organizationName}
      </Typography>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {text.todo}
      </Typography>
      <OneState isPending={isPending} error={error} onRetry={() => void refetch()}>
        {counters.length === 0 ? (
          <Paper variant="outlined" sx={{ p: 3 }}>
            <Typography sx={{ fontWeight: 600 }}>{text.none}</Typography>
            <Typography sx={{ color: 'text.secondary' }}>{text.noneNote}</Typography>
          </Paper>
        ) : (
          <Box component="ul" sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(250px, 1fr))', gap: 1.5, m: 0, p: 0, listStyle: 'none' }}>
            {counters.map((counter) => (
              <CounterCard key={counter.code} counter={counter} />
            ))}
          </Box>
        )}
      </OneState>
      {groups.length > 0 && (
        <>
          <Typography variant="h2" sx={{ mt: 3, mb: 1 }}>
            {text.functions}
          </Typography>
          <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5 }}>
            {groups.map((group) => (
              <Paper key={group.name} variant="outlined" sx={{ p: 1.5, minWidth: 210, flex: '1 1 210px', maxWidth: 380 }}>
                <Typography variant="h3" sx={{ color: 'text.secondary', mb: 0.5 }}>
                  {group.name}
                </Typography>
                {group.entries.map((entry) => (
                  <Link key={entry.address} component={RouterLink} to={entry.address} sx={{ display: 'block', py: 0.5 }}>
                    {entry.name}
                  </Link>
                ))}
              </Paper>
            ))}
          </Stack>
        </>
      )}
    </>
  );
}

function CounterCard({ counter }: { counter: Counter }) {
  const { year: _, ...anyYear } = counter.filter;
  const idle = counter.count === 0;
  return (
    <Paper
      component="li"
      variant="outlined"
      sx={{ borderTop: `3px solid ${counter.overdue > 0 ? tokens.error : idle ? tokens.line : tokens.primary}`, display: 'flex', flexDirection: 'column' }}
    >
      <Box
        component={RouterLink}
        to={listAddress(counter.resource, counter.filter)}
        sx={{ display: 'block', p: 1.75, pb: 1, color: 'inherit', textDecoration: 'none', flex: 1, '&:hover': { backgroundColor: '#f4f8fb' } }}
      >
        <Typography component="span" sx={{ display: 'block', fontSize: 14, fontWeight: 600 }}>
          {counter.label}
        </Typography>
        <Typography
          component="span"
          sx={{
            display: 'block',
            fontSize: 32,
            lineHeight: 1.3,
            fontWeight: 600,
            color: idle ? 'text.secondary' : 'primary.main',
            fontVariantNumeric: 'tabular-nums',
          }}
        >
          {counter.count.toLocaleString('zh-CN')}
          <Typography component="span" sx={{ fontSize: 13, ml: 0.5, color: 'text.secondary' }}>
            {text.unit}
            {counter.capped && text.capped}
          </Typography>
        </Typography>
        {counter.overdue > 0 && (
          <Typography component="span" sx={{ display: 'block', color: 'error.main', fontWeight: 600 }}>
            {text.overdue(counter.overdue)}
          </Typography>
        )}
      </Box>
      {counter.otherYears > 0 && (
        <Link
          component={RouterLink}
          to={listAddress(counter.resource, anyYear)}
          sx={{ px: 1.75, pb: 1.25, color: 'warning.main', textDecorationColor: 'inherit' }}
        >
          {text.otherYears(counter.otherYears)}
        </Link>
      )}
    </Paper>
  );
}
