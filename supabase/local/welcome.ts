type Started = { mode: 'demo' | 'dev'; siteUrl: string; mailboxUrl: string; supabaseUrl: string; dir: string };

/** What a person needs to know when the demo has started. */
export function welcome({ mode, siteUrl, mailboxUrl, supabaseUrl, dir }: Started): string {
  return `
GFO familjehem är igång${mode === 'dev' ? ', och följer med när ni ändrar i koden' : ''}.

  Webbplatsen   ${siteUrl}
  Brevlådan     ${mailboxUrl}   (hit kommer alla mejl, inget lämnar datorn)
  Supabase      ${supabaseUrl}   (API för den som utvecklar)

Att anmäla intresse kräver ingen inloggning. Inloggning för påhittade personer kommer med Mina sidor.
Allt är påhittat och ligger i ${dir}. Det finns kvar till nästa gång.

Börja om från början:  npm run reset
Stoppa:                Ctrl+C
`;
}
