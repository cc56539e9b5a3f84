/** The calendar day in China at a moment, `YYYY-MM-DD`, whatever zone the server runs in. */
export const dayInChina = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
