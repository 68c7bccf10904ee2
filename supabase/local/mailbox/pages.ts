import type { Message } from './message.ts';

const when = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Stockholm' });

/** What arrived, newest first. */
export function listPage(messages: Message[]): string {
  const rows = messages.map(
    (
      message,
    ) => `<li><a href="/brev/${message.id}"><b>${escaped(message.subject)}</b><span>Till ${escaped(message.to.join(', '))}</span>
<time datetime="${message.createdAt}">${when.format(new Date(message.createdAt))}</time></a></li>`,
  );
  const inside =
    rows.length > 0
      ? `<ol>${rows.join('')}</ol>`
      : '<p class="tom">Här är tomt. Anmäl intresse på webbplatsen, så kommer det post.</p>';
  return page(
    'Brevlådan',
    `<h1>Brevlådan</h1><p>Hit kommer alla mejl från provversionen. Inget lämnar datorn. <a href="/">Hämta nya</a></p>
<p>Ska du logga in som medarbetare? Koden i det andra steget finns i <a href="/autentiserare">autentiseraren</a>.</p>${inside}`,
  );
}

/** One mail. Its own HTML is shown in a frame that may run nothing. */
export function messagePage(message: Message): string {
  const tags = Object.entries(message.tags).map(([name, value]) => `${name}: ${value}`);
  const facts = [
    ['Från', message.from],
    ['Till', message.to.join(', ')],
    ['Kom', when.format(new Date(message.createdAt))],
    ...Object.entries(message.headers),
    ...(tags.length > 0 ? [['Märkt', tags.join(', ')]] : []),
  ];
  const list = facts.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('');
  const files = (message.attachments ?? []).map(
    ({ filename, contentType }, index) =>
      `<li><a href="/brev/${message.id}/bilaga/${index}">${escaped(filename)}</a> <span>${escaped(contentType)}</span></li>`,
  );
  const attached = files.length > 0 ? `<h2>Bilagor</h2><ul>${files.join('')}</ul>` : '';
  const frame = message.html
    ? `<iframe title="Mejlet" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/brev/${message.id}/html"></iframe>`
    : '';
  return page(
    message.subject,
    `<p><a href="/">Alla mejl</a></p><h1>${escaped(message.subject)}</h1><dl>${list}</dl>${attached}${frame}
<h2>Som ren text</h2><pre>${escaped(message.text)}</pre>`,
  );
}

export const missingPage = page('Finns inte', '<h1>Det mejlet finns inte</h1><p><a href="/">Alla mejl</a></p>');

/** The frame of every page of the mailbox. */
export function page(title: string, inside: string): string {
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(title)}</title><link rel="stylesheet" href="/brevlada.css"></head><body><main>${inside}</main></body></html>`;
}

/** Text as it may stand in HTML. */
export function escaped(text = ''): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
