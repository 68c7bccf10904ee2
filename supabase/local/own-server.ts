/** What a server of one's own must say, and Vercel must not. One line each, in Swedish. */
export function ownServerFaults(source: Record<string, string | undefined>): string[] {
  // Left out it would be 0, and behind a proxy all visitors would share one address and one limit.
  if (source.TRUSTED_PROXIES?.trim()) return [];
  return ['TRUSTED_PROXIES saknas: ange hur många egna proxyservrar som står framför webbplatsen, oftast 1 (0 om ingen gör det)'];
}
