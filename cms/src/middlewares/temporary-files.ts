import { rm } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';

/** Clears away the files the body parser wrote to the temporary folder, however the request ends: Strapi's own clearing misses refused requests. */
export default (): Core.MiddlewareHandler => async (ctx, next) => {
  try {
    await next();
  } finally {
    const files = Object.values(ctx.request.files ?? {}).flat();
    await Promise.all(files.map((file) => rm(file.filepath, { force: true })));
  }
};
