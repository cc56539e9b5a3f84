const dayLength = 86_400_000;

/** Days since 1970 of a day written YYYY-MM-DD. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayLength;

/** YYYY-MM-DD of a day number. */
export const dayText = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10);

/** A moment of a day in China: ISO 8601 with minutes since midnight. */
export const momentOf = (day: number, minutes: number): string => new Date(day * dayLength + minutes * 60_000 - 8 * 3_600_000).toISOString();

/** A moment some days after another. */
export const daysAfter = (moment: string, days: number): string => new Date(Date.parse(moment) + days * dayLength).toISOString();
