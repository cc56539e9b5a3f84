import { Box, MenuItem, Pagination, Select, Stack } from '@mui/material';
import { useListContext } from 'react-admin';
import { panelText } from '../messages/panel';
import type { ListMeta } from '../panel/dataProvider';

const text = panelText.list;
const sizes = [10, 25, 50, 100, 200];
/** Nobody pages further than this many rows: the server counts and serves them no further. */
const reachable = 10_000;

/** Count, page size and pages of the list context; `label` names the list. */
export function ListPages({ label }: { label: string }) {
  const { total = 0, page, perPage, setPage, setPerPage, data = [], meta } = useListContext();
  const capped = (meta as ListMeta | undefined)?.capped ?? false;
  if (total === 0) return null;
  const from = (page - 1) * perPage + 1;
  return (
    <Stack direction="row" sx={{ alignItems: 'center', flexWrap: 'wrap', gap: 1.5, py: 0.75, px: 1 }}>
      <Box component="span" role="status">
        {capped ? text.totalCapped(total) : text.total(total)}
        {data.length > 0 && `，${text.range(from, from + data.length - 1)}`}
      </Box>
      <Select
        value={perPage}
        onChange={(event) => setPerPage(Number(event.target.value))}
        size="small"
        inputProps={{ 'aria-label': text.perPage }}
        renderValue={(size) => `${text.perPage} ${size}`}
        sx={{ fontSize: 13 }}
      >
        {[...new Set([...sizes, perPage])]
          .sort((a, b) => a - b)
          .map((size) => (
            <MenuItem key={size} value={size}>
              {size}
            </MenuItem>
          ))}
      </Select>
      <Pagination
        sx={{ ml: 'auto' }}
        count={Math.ceil(Math.min(total, reachable) / perPage)}
        page={page}
        onChange={(_, next) => setPage(next)}
        size="small"
        shape="rounded"
        siblingCount={1}
        aria-label={`${text.pages}：${label}`}
        getItemAriaLabel={(type, number) =>
          type === 'page' ? text.page(number ?? 1) : type === 'first' || type === 'previous' || type === 'next' || type === 'last' ? text[type] : ''
        }
      />
    </Stack>
  );
}
