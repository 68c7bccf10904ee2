import { DEMO_ADULTS, DEMO_STAFF, type DemoPerson } from './demo-people.ts';

type Started = { mode: 'demo' | 'dev'; siteUrl: string; mailboxUrl: string; supabaseUrl: string; dir: string };

/** What a person needs to know when the demo has started. */
export function welcome({ mode, siteUrl, mailboxUrl, supabaseUrl, dir }: Started): string {
  return `
GFO familjehem är igång${mode === 'dev' ? ', och följer med när ni ändrar i koden' : ''}.

  Webbplatsen     ${siteUrl}
  Brevlådan       ${mailboxUrl}   (hit kommer alla mejl, inget lämnar datorn)
  Autentiseraren  ${mailboxUrl}/autentiserare   (den andra koden, för medarbetare)
  Supabase        ${supabaseUrl}   (API för den som utvecklar)

Logga in på ${siteUrl}/logga-in med någon av de här adresserna. Koden kommer till brevlådan.

${list(DEMO_ADULTS)}

Medarbetare skriver en kod till, från autentiseraren:

${list(DEMO_STAFF)}

Att anmäla intresse kräver ingen inloggning. Alla är påhittade, och allt ligger i ${dir}. Det finns kvar till nästa gång.

Börja om från början:  npm run reset
Stoppa:                Ctrl+C
`;
}

function list(people: readonly DemoPerson[]): string {
  const widest = Math.max(...[...DEMO_ADULTS, ...DEMO_STAFF].map(({ email }) => email.length));
  return people.map(({ email, name, who }) => `  ${email.padEnd(widest)}  ${name}, ${who}`).join('\n');
}
