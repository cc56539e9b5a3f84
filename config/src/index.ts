import { henanSource } from './henan';
import { loadPack } from './load-pack';

export { henanSource } from './henan';
export { loadPack, type PackSource } from './load-pack';

/** The policy pack of Henan, checked when this module is loaded: a fault stops the start with file and key. */
export const henan = loadPack(henanSource);
