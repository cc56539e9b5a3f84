import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Resource } from '@xueshi/plugin-panel';

const rooms = join(__dirname, '../../cms/src/api');

/** Every resource of every room, found as `cms/src/register-rooms.ts` finds them. */
export const declaredResources: readonly Resource[] = readdirSync(rooms)
  .map((noun) => join(rooms, noun, 'panel.ts'))
  .filter(existsSync)
  .flatMap((file) => Object.values(require(file) as Record<string, Resource>).filter((exported) => typeof exported === 'object' && exported !== null));
