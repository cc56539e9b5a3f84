/** A statement or a piece of one, with its `?` bindings in order. */
export interface Sql {
  sql: string;
  bindings: unknown[];
}

/** Pieces put one after the other; their bindings follow. */
export const joinSql = (pieces: readonly Sql[], separator: string): Sql => ({
  sql: pieces.map((piece) => piece.sql).join(separator),
  bindings: pieces.flatMap((piece) => piece.bindings),
});
