import type { Resource } from '@xueshi/plugin-panel';
import { organizations } from './api/organization/panel';
import { professionals } from './api/professional/panel';

/** Every resource of the panel: one entry for each `defineResource` of a room. */
export const panelResources: readonly Resource[] = [organizations, professionals];
