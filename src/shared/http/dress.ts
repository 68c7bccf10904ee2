import { securityHeaders } from './security-headers.ts';

/**
 * Gives the answer the headers that every answer wears, and forbids storing what did not say otherwise. A header that a
 * page set itself stays. The same Response is kept where possible: Astro hangs its cookies on it. In development there is
 * no content policy: hot reload puts styles and scripts inline.
 */
export function dress(answer: Response, siteUrl: string, inDevelopment = false): Response {
  const { 'Content-Security-Policy': policy = '', ...others } = securityHeaders(siteUrl);
  const headers = { 'Cache-Control': 'no-store', ...others, ...(!inDevelopment && { 'Content-Security-Policy': policy }) };
  try {
    return put(answer, headers);
  } catch {
    return put(new Response(answer.body, answer), headers);
  }
}

function put(answer: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) {
    if (!answer.headers.has(name)) answer.headers.set(name, value);
  }
  return answer;
}
