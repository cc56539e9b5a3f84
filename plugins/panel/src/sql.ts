/** A statement or a piece of one, with its `?` bindings in order. */
export interface Sql {
  sql: string;
  bindings: unknown[];
  /** One plan serves every value: the connection keeps it under a name instead of parsing and planning each time. */
  prepared?: boolean;
}

/** Pieces put one after the other; their bindings follow. */
export const joinSql = (pieces: readonly Sql[], separator: string): Sql => ({
  sql: pieces.map((piece) => piece.sql).join(separator),
  bindings: pieces.flatMap((piece) => piece.bindings),
});
