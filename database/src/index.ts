export { applyDdl } from './apply-ddl';
export { type DemoAccount, demoAccounts } from './demo/demo-accounts';
export { planDemo, plannedTables } from './demo/plan-demo';
export { type DemoCounts, insertDemo, type SeedDemoOptions, seedDemo } from './demo/seed-demo';
export { dataKey, openVault, type Vault } from './vault';
