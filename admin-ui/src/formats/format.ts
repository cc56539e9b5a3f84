import { panelText as text } from '../messages/panel';

/** Swedish writes dates as ISO 8601 does; the platform's time is China's, wherever the reader is. */
const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** ISO 8601 time -> `2026-05-01 09:30`, China's time. */
export function formatTime(value: string): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : inChina.format(date);
}

/** A day or the day of a time. */
export const formatDay = (value: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : formatTime(value).slice(0, 10));

/** How long ago, in whole days: `今天`, `3 天`. */
export function formatAge(value: string, now: Date = new Date()): string {
  const days = Math.floor((now.getTime() - new Date(value).getTime()) / 86_400_000);
  return days < 1 ? text.today : text.days(days);
}

/** At most one decimal, as hours are kept. */
export const formatHours = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1));

/** Bytes for a person: `1.2 MB`. */
export function formatSize(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
