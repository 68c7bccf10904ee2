import { paths } from '../../paths.ts';

type Status = 400 | 403 | 405 | 413 | 415 | 500;

const texts: Record<Status, { heading: string; text: string }> = {
  400: {
    heading: 'Det gick inte att läsa',
    text: 'Webbplatsen kunde inte läsa det som skickades. Gå tillbaka och försök en gång till.',
  },
  403: {
    heading: 'Det gick inte att ta emot',
    text: 'Formuläret skickades inte från vår webbplats, eller så döljer webbläsaren varifrån det kom. Öppna sidan på nytt och försök en gång till.',
  },
  405: { heading: 'Det går inte här', text: 'Den här adressen kan bara visas, inte användas så.' },
  413: {
    heading: 'Det var för mycket',
    text: 'Det som skickades är större än vad formuläret tar emot. Gå tillbaka och korta texten.',
  },
  415: { heading: 'Det gick inte att läsa', text: 'Det som skickades har en form som webbplatsen inte tar emot.' },
  500: { heading: 'Något gick fel hos oss', text: 'Försök igen om en stund. Hjälper det inte: ring oss och säg felkoden.' },
};

/** A page that needs nothing else to work: no database, no style, no settings. `errorId` is what `logFault` gave. */
export function plainAnswer(status: Status, errorId?: string): Response {
  const { heading, text } = texts[status];
  const code = errorId ? `<p>Felkod: ${errorId}</p>` : '';
  const html = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading}</title></head><body><main><h1>${heading}</h1><p>${text}</p>${code}<p><a href="${paths.home()}">Till första sidan</a></p></main></body></html>`;
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8' });
  if (status === 405) headers.set('Allow', 'GET, HEAD, POST');
  return new Response(html, { status, headers });
}
