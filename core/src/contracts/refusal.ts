import type { ErrorAnswer } from './error';

/**
 * A request the server refuses, thrown anywhere inside an operation (the transaction rolls back) and turned into the error
 * shape of the contract by the one error middleware. `message` is Chinese and for a person; it never carries an ID number.
 */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 423 | 429,
    readonly code: string,
    message: string,
    readonly field?: string,
    readonly details?: Record<string, unknown>,
  ) {
    super(message);
    this.name = 'Refusal';
  }

  /** The body on the wire. */
  answer(): ErrorAnswer {
    return {
      error: {
        code: this.code,
        message: this.message,
        ...(this.field === undefined ? {} : { field: this.field }),
        ...(this.details === undefined ? {} : { details: this.details }),
      },
    };
  }
}
