export { applyDdl } from './apply-ddl';
export { type DemoAccount, demoAccounts } from './demo/demo-accounts';
export { planDemo, plannedTables } from './demo/plan-demo';
export { type DemoCounts, insertDemo, type SeedDemoOptions, seedDemo } from './demo/seed-demo';
export { isEmpty } from './is-empty';
export { type BureauOpening, openBureau } from './open-bureau';
export { type Difference, describeRecomputation, type Recomputation, recompute } from './recompute';
export { type ScaleAccount, type ScaleCounts, type SeedScaleOptions, seedScale } from './scale/seed-scale';
export { dataKey, openVault, type Vault } from './vault';
