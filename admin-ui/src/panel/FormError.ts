import { ApiError } from '../http/request';

interface Errors {
  [name: string]: string | Errors;
}

/** `values.days` + message -> `{values: {days: message}}`: the shape react-hook-form puts beside the input. */
export function errorsAt(path: string, message: string): Errors {
  return path.split('.').reduceRight<string | Errors>((inner, name) => ({ [name]: inner }), message) as Errors;
}

/** A refusal that names a field, as React-Admin's forms expect it (`body.errors`). */
export class FormError extends ApiError {
  readonly body: { errors: Errors };

  constructor(refusal: ApiError, field: string) {
    super(refusal.status, refusal.code, refusal.message, field, refusal.details);
    this.body = { errors: errorsAt(field, refusal.message) };
  }

  /** For `.catch`: throws a FormError when the refusal names a field, otherwise what came. */
  static rethrow(error: unknown): never {
    throw error instanceof ApiError && error.field ? new FormError(error, error.field) : error;
  }
}
