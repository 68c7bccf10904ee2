/**
 * The body of a call to sign-in, with the wish for a new account taken out of it. lite 0.10 makes an account for whoever
 * asks for a code, whatever `enable_signup` says; asked for none it answers as hosted does with sign-ups off.
 */
export function forNobodyNew(url: string, body: string): string {
  // Told apart by what needs it least, so that no other way of writing sign-in's address slips past.
  if (new URL(url).pathname.startsWith('/rest/v1/')) return body;
  const asked = objectIn(body);
  return asked ? JSON.stringify({ ...asked, create_user: false }) : body;
}

function objectIn(body: string): object | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
