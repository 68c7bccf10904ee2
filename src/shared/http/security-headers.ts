import drawings from '../../assets/svg-style-hashes.json' with { type: 'json' };

/**
 * The headers of every answer, on every ground: the middleware sets them on pages, the own server and Vercel's
 * configuration on files. One policy fits all pages because nothing is inline: no script, no style, no data: address.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
];

export function securityHeaders(siteUrl: string): Record<string, string> {
  const secure = siteUrl.startsWith('https:');
  // Films too large for the project lie with a host of GFO's own, and nowhere else.
  const media = ["media-src 'self'", process.env.MEDIA_ORIGIN?.trim()].filter(Boolean).join(' ');
  return {
    'Content-Security-Policy': [...policy, media, ...(secure ? ['upgrade-insecure-requests'] : [])].join('; '),
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // Within the site the address may follow along (Origin must be sent with forms), outside it nothing does.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy':
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}

/**
 * A drawing carries its colours, by day and by night, in a style of its own, and some browsers hold a picture to the
 * policy it was sent with: that one style is allowed by its hash, and nothing else.
 */
export const DRAWING_POLICY = `default-src 'none'; style-src ${drawings.map((hash) => `'${hash}'`).join(' ')}; frame-ancestors 'none'`;
