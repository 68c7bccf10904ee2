import { unsentFields } from './unsent.client.ts';

/** The question is put this long before the end, and the page is left this long before it, while the session still holds. */
const ASK_BEFORE = 5 * 60_000;
const LEAVE_BEFORE = 20_000;
/** Who typed or pointed this lately is not interrupted: they are there. */
const BUSY_FOR = 60_000;
const TRY_AGAIN_AFTER = 10_000;

const UNREACHABLE = 'Vi når inte webbplatsen. Stäng inte sidan, så försöker vi igen om en liten stund.';

const clock = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Stockholm' });

const dialog = document.querySelector<HTMLDialogElement>('dialog[data-left]');
if (dialog) watch(dialog, dialog.dataset);

function watch(dialog: HTMLDialogElement, { left, stay: stayAt = '', keep: keepAt = '', unsent }: DOMStringMap) {
  const tabs = new BroadcastChannel('gfo-idle');
  const trouble = dialog.querySelector('[data-trouble]');
  // A clock, not a timer: timers stand still while a computer sleeps.
  let endsAt = Date.now() + Number(left);
  let touchedAt = 0;
  let calling = false;
  let restUntil = 0;
  let fits = true;

  function holdUntil(time: number) {
    endsAt = time;
    const told = dialog.querySelector('[data-time]');
    if (told) told.textContent = clock.format(time).replace(':', '.');
    if (trouble) trouble.textContent = '';
    dialog.close();
  }

  /** One call at a time. What does not get through is said, and tried again. */
  async function call(address: string, body: FormData | null, then: (answer: Response) => Promise<void>) {
    if (calling || Date.now() < restUntil) return;
    calling = true;
    try {
      await then(await fetch(address, { method: 'POST', body }));
    } catch {
      restUntil = Date.now() + TRY_AGAIN_AFTER;
      if (trouble) trouble.textContent = UNREACHABLE;
      if (!dialog.open) dialog.showModal();
    } finally {
      calling = false;
    }
  }

  const stay = () =>
    call(stayAt, null, async (answer) => {
      // Ended meanwhile: the next look at the clock leaves.
      if (answer.status === 401) {
        endsAt = 0;
        return;
      }
      const { idleIn } = await answer.json();
      holdUntil(Date.now() + idleIn);
      tabs.postMessage(endsAt);
    });

  const leave = () => {
    const body = fits ? unsentFields(unsent !== undefined) : new FormData();
    body.set('sida', location.pathname + location.search);
    return call(keepAt, body, async (answer) => {
      // More than is taken: the next look at the clock leaves without it.
      fits = answer.status !== 413;
      // Replaced, so that going back does not show the page to whoever sits there next.
      if (fits) location.replace((await answer.json()).next);
    });
  };

  function look() {
    const rest = endsAt - Date.now();
    if (rest <= LEAVE_BEFORE) void leave();
    else if (rest <= ASK_BEFORE && !dialog.open) {
      if (Date.now() - touchedAt < BUSY_FOR) void stay();
      else dialog.showModal();
    }
  }

  tabs.addEventListener('message', ({ data }) => holdUntil(Number(data)));
  tabs.postMessage(endsAt);
  for (const kind of ['input', 'keydown', 'pointerdown']) {
    addEventListener(kind, () => {
      touchedAt = Date.now();
    });
  }
  const askedToStay = () => {
    restUntil = 0;
    void stay();
  };
  dialog.querySelector('button[data-stay]')?.addEventListener('click', askedToStay);
  // The Escape key is a sign of life too.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    askedToStay();
  });
  // Come back to through the browser's history, the page knows nothing of what the other pages did meanwhile.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void stay();
  });
  document.addEventListener('visibilitychange', look);
  setInterval(look, 1_000);
}
