import type { Live } from './live.schema.ts';

/** Keeps an open page's seats true: asks when the page is shown again, and, where the page says so, now and then meanwhile. */
const area = document.querySelector<HTMLElement>('[data-seats]');

function put(selector: string, text: string): void {
  const place = area?.querySelector<HTMLElement>(selector);
  if (!place) return;
  if (place.textContent !== text) place.textContent = text;
  place.hidden = text === '';
}

function show({ forms, act, why, slots, said }: Live): void {
  for (const [form, words] of Object.entries(forms)) put(`[data-form=${form}]`, words);
  put('[data-out=act]', act);
  put('[data-out=why]', why);
  for (const [id, isFree] of Object.entries(slots)) {
    const slot = document.getElementById(`tid-${id}`);
    slot?.classList.toggle('taken', !isFree);
    const words = slot?.querySelector('[data-out=slot]');
    if (words) words.textContent = isFree ? 'Ledig' : 'Upptagen';
  }
  const told = area?.querySelector<HTMLElement>('[data-out=said]');
  if (area && told && area.dataset.said !== said) {
    area.dataset.said = said;
    told.textContent = said;
  }
}

let turn = 0;

async function ask(address: string): Promise<void> {
  const mine = ++turn;
  try {
    const answer = await fetch(address, { cache: 'no-store' });
    if (answer.ok && mine === turn) show((await answer.json()) as Live);
  } catch {
    // What stands there stays, and the next time asks again.
  }
}

if (area) {
  const { seats = '', every } = area.dataset;
  const askIfSeen = () => {
    if (document.visibilityState === 'visible') void ask(seats);
  };
  document.addEventListener('visibilitychange', askIfSeen);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) askIfSeen();
  });
  if (every) setInterval(askIfSeen, Number(every) * 1000);
}

const share = document.querySelector<HTMLButtonElement>('[data-act=share]');
if (share && 'share' in navigator) {
  share.hidden = false;
  // Whoever closes the menu again has chosen not to.
  share.addEventListener(
    'click',
    () => void navigator.share({ title: share.dataset.title, url: share.dataset.url }).catch(() => undefined),
  );
}
