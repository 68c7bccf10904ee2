/** The names that Resend gives its errors, with the status that comes with each. */
const statuses = {
  missing_api_key: 401,
  invalid_api_key: 403,
  missing_required_field: 422,
  validation_error: 422,
  invalid_idempotency_key: 400,
  invalid_idempotent_request: 409,
  concurrent_idempotent_requests: 409,
  not_found: 404,
  rate_limit_exceeded: 429,
  internal_server_error: 500,
} as const;

export type ErrorName = keyof typeof statuses;

/** An answer of Resend's API that is not a yes. */
export class ResendError extends Error {
  override readonly name: ErrorName;
  readonly statusCode: number;

  /** Resend answers some errors of one name with different statuses. */
  constructor(name: ErrorName, message: string, statusCode: number = statuses[name]) {
    super(message);
    this.name = name;
    this.statusCode = statusCode;
  }

  toJSON() {
    return { statusCode: this.statusCode, name: this.name, message: this.message };
  }
}
