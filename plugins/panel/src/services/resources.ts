import type { Core } from '@strapi/strapi';
import type { View } from '@xueshi/core';
import { checkView } from '../check-view';
import type { Resource } from '../resource';

export interface Resources {
  /** Adds a room's resource; a second one of the same name is an error. */
  register(resource: Resource): void;
  get(name: string): Resource | undefined;
  all(): readonly Resource[];
  /** What is wrong with a view, in Chinese for an administrator, one problem an entry; empty: it may be used. */
  checkView(view: View): string[];
  /** Gives the panel the digest of an ID number (the vault's), by which persons are searched. */
  digestWith(digest: (idNumber: string) => string): void;
  digest(idNumber: string): string;
}

/** `strapi.plugin('panel').service('resources')`: what the rooms declared. */
export default function resources(_: { strapi: Core.Strapi }): Resources {
  const registered = new Map<string, Resource>();
  let digest: ((idNumber: string) => string) | null = null;
  return {
    register(resource) {
      if (registered.has(resource.name)) throw new Error(`resource ${resource.name} is declared twice`);
      registered.set(resource.name, resource);
    },
    get: (name) => registered.get(name),
    all: () => [...registered.values()],
    checkView: (view) => checkView(view, registered.get(view.resource)),
    digestWith(given) {
      digest = given;
    },
    digest(idNumber) {
      if (!digest) throw new Error('panel: digestWith() has not been called at bootstrap');
      return digest(idNumber);
    },
  };
}
