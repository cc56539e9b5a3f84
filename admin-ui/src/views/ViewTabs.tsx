import { Tab, Tabs } from '@mui/material';
import type { PanelView } from '@xueshi/core';
import { useListContext } from 'react-admin';
import { panelText } from '../messages/panel';
import { currentTab, withTab } from './filterDefaults';

/** The tabs of a view are filters with a name (B24). */
export function ViewTabs({ view }: { view: PanelView }) {
  const { filterValues, setFilters, onUnselectItems } = useListContext();
  if (view.tabs.length === 0) return null;
  return (
    <Tabs
      value={currentTab(view, filterValues) ?? false}
      onChange={(_, code: string) => {
        onUnselectItems();
        setFilters(withTab(view, filterValues, code));
      }}
      aria-label={panelText.list.tabs}
      variant="scrollable"
      scrollButtons="auto"
      sx={{ borderBottom: 1, borderColor: 'divider' }}
    >
      {view.tabs.map((tab) => (
        <Tab key={tab.code} value={tab.code} label={tab.label} />
      ))}
    </Tabs>
  );
}
