import { codeAt } from '../../../src/features/second-factor/app-code.ts';
import { DEMO_STAFF } from '../demo-people.ts';
import { escaped, page } from './pages.ts';

/** Each demo staff member's secret (base32), by address. */
export type Authenticators = Readonly<Record<string, string>>;

/** What the demo's authenticators show just now. */
export type Shown = { email: string; name: string; who: string; code: string; secondsLeft: number };

export function shownAt(authenticators: Authenticators, now: Date): Shown[] {
  return DEMO_STAFF.flatMap(({ email, name, who }) => {
    const secret = authenticators[email];
    return secret ? [{ email, name, who, ...codeAt(secret, now) }] : [];
  });
}

/** The page that stands in for a telephone in each one's pocket. `still`: the reader wants it not to change by itself. */
export function authenticatorPage(shown: Shown[], still: boolean): string {
  const left = shown[0]?.secondsLeft ?? 0;
  const rows = shown.map(
    ({ email, name, who, code }) =>
      `<li><b>${escaped(name)}</b><span>${escaped(who)}, ${escaped(email)}</span><strong>${code.slice(0, 3)} ${code.slice(3)}</strong></li>`,
  );
  const turn = still
    ? 'Sidan står still. <a href="/autentiserare?stilla">Visa nya koder</a> eller <a href="/autentiserare">låt sidan byta själv</a>.'
    : 'Sidan byter själv. <a href="/autentiserare?stilla">Låt den stå still</a>.';
  return page(
    'Autentiseraren',
    `<p><a href="/">Brevlådan</a></p><h1>Autentiseraren</h1>
<p>Den är i stället för appen i telefonen, för dem som är påhittade medarbetare. Koden från mejlet kommer först, sedan den här.</p>
<p>Koderna gäller i ${left} ${left === 1 ? 'sekund' : 'sekunder'} till. Var och en kan användas en gång. ${turn}</p><ul class="koder">${rows.join('')}</ul>`,
  );
}
