export interface ChallengeParts {
  /** Where the endpoint's metadata lives, so that a client finds the server to ask (RFC 9728 section 5.1). */
  readonly resourceMetadataUrl: string;
  /** `invalid_request`, `invalid_token` or `insufficient_scope`; absent when the request carried no credentials. */
  readonly error?: string | undefined;
  readonly description?: string | undefined;
  /** What to ask for, separated by spaces. */
  readonly scope?: string | undefined;
}

/** The value of WWW-Authenticate on a 401 or 403 (RFC 6750 section 3). */
export function challenge({ resourceMetadataUrl, error, description, scope }: ChallengeParts): string {
  const parts = { error, error_description: description, scope, resource_metadata: resourceMetadataUrl };
  const present = Object.entries(parts).flatMap(([name, value]) => (value ? [`${name}="${printable(value)}"`] : []));
  return `Bearer ${present.join(', ')}`;
}

/** The characters allowed there: printable ASCII without the two that would need an escape, which few clients undo. */
function printable(text: string): string {
  return text.replace(/["\\]/g, "'").replace(/[^ -~]/g, '?');
}
