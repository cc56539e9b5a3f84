/** Prepared statements are kept by every connection: beyond so many texts further ones are planned each time. */
const keptAtMost = 200;
const names = new Map<string, string>();

/** Name of a prepared statement, one for each text and the same on every connection; undefined when there are too many. */
export function statementName(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= keptAtMost) return known;
  const name = `panel_${names.size + 1}`;
  names.set(sql, name);
  return name;
}
