/**
 * Imported before anything else: Strapi reads these while it is loaded. Days and years are China's everywhere, whatever the
 * machine's time zone: "today" decides whether a year may still be declared.
 */
process.env.TZ = 'Asia/Shanghai';
process.env.NODE_ENV ??= 'production';
process.env.STRAPI_TELEMETRY_DISABLED ??= 'true';
