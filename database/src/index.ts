export { applyDdl } from './apply-ddl';
export { dataKey, openVault, type Vault } from './vault';
