import type { Doc } from './search.rules.ts';
import { found } from './search.text.ts';

/** Answers while somebody types. The index, and what reads it, come first then; until they have, the form works as ever. */
const form = document.querySelector<HTMLFormElement>('form.seek');
const field = form?.querySelector<HTMLInputElement>('[name=q]');
const list = document.querySelector<HTMLElement>('[data-out=hits]');
const told = document.querySelector<HTMLElement>('[data-out=found]');

type Finder = (query: string) => { path: string; title: string; about: string; kind: string }[];
let finder: Promise<Finder> | undefined;

async function load(address: string): Promise<Finder> {
  const [{ find, indexOf, queryFrom }, answer] = await Promise.all([import('./search.rules.ts'), fetch(address)]);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const index = indexOf((await answer.json()) as Doc[]);
  return (query) => find(index, queryFrom(query));
}

function show(query: string, hits: ReturnType<Finder>, campaign: string | null): void {
  if (told) told.textContent = found(query, hits.length);
  list?.replaceChildren(
    ...hits.map(({ path, title, about, kind }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      const url = new URL(path, location.origin);
      if (campaign) url.searchParams.set('k', campaign);
      link.href = url.pathname + url.search + url.hash;
      link.textContent = title;
      const small = document.createElement('span');
      small.className = 'small';
      small.textContent = kind;
      const text = document.createElement('p');
      text.textContent = about;
      item.append(link, ' ', small, text);
      return item;
    }),
  );
}

let asked = 0;

async function answer(form: HTMLFormElement, field: HTMLInputElement): Promise<void> {
  const turn = ++asked;
  try {
    finder ??= load(form.dataset.index ?? '');
    const find = await finder;
    const query = field.value.trim();
    if (turn === asked) show(query, query === '' ? [] : find(query), new URLSearchParams(location.search).get('k'));
  } catch {
    // The form itself still works, and the next key tries again.
    finder = undefined;
  }
}

if (form && field && list) field.addEventListener('input', () => void answer(form, field));
