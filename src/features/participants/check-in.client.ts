import { type Answer, post, type Told } from './door-post.client.ts';
import { doorRows, findIn } from './door-rows.client.ts';
import { keptPresses, type Mark, type Press } from './kept-presses.client.ts';

/** How often what the other telephones have noted is asked for, while somebody is there to see it. */
const LOOK_EVERY = 4_000;
const SOMEBODY_IS_HERE_FOR = 5 * 60_000;
const FIRST_WAIT = 1_500;
const LONGEST_WAIT = 15_000;
/** A press that comes through sooner is not said to wait. */
const WAITS_AFTER = 1_200;

const texts = {
  saved: 'Allt är sparat',
  waits: (count: number) => `${count === 1 ? 'En prickning' : `${count} prickningar`} väntar på nät`,
  offline: 'Inget nät. Det du prickar av sparas i telefonen så länge.',
  'signed out': 'Du är utloggad. Logga in igen, så skickas det som väntar.',
  closed: 'Träffen tar inte emot fler prickningar. Läs in sidan igen.',
} as const;

const door = document.querySelector<HTMLFormElement>('form[data-door]');
if (door) keepDoor(door, door.dataset);

function keepDoor(door: HTMLFormElement, { door: session = '', send: address = '', now, known, others }: DOMStringMap) {
  const rows = doorRows(door);
  const marks = new Map<string, Mark>(rows.people.map((person) => [person, rows.drawn(person)]));
  const pressed = keptPresses(session);
  const net = door.querySelector('[data-net]');
  const news = door.querySelector<HTMLElement>('[data-news]');
  // How far the database's clock is before the telephone's: by the quickest answer so far.
  let ahead = Number(now) - Date.now();
  let quickest = Number.POSITIVE_INFINITY;
  let sending = false;
  let stopped = false;
  let wait = FIRST_WAIT;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let touchedAt = Date.now();

  const markOf = (person: string) => (pressed.has(person) ? (pressed.get(person)?.state ?? null) : (marks.get(person) ?? null));
  const paint = () => rows.paint(markOf, pressed.has, Number(others));

  function say(text: string, state: 'saved' | 'waits' | 'stopped') {
    if (!net || net.textContent === text) return;
    net.textContent = text;
    net.className = `net ${state}`;
  }

  function sayWaiting() {
    if (pressed.size > 0 && !stopped) say(texts.waits(pressed.size), 'waits');
  }

  function press(people: readonly string[], state: Mark) {
    for (const person of people) pressed.set(person, { state, at: Date.now() });
    wait = FIRST_WAIT;
    stopped = false;
    paint();
    setTimeout(sayWaiting, WAITS_AFTER);
    void send();
  }

  /** Sends what is pressed and not known to have come through, and hears how it stands. One call at a time, until nothing is left. */
  async function send() {
    if (sending || stopped) return;
    sending = true;
    clearTimeout(timer);
    const sent = pressed.all();
    const asked = Date.now();
    try {
      answered(await post(address, session, sent, ahead), sent, asked);
    } catch {
      unanswered();
    }
    sending = false;
    if (pressed.size > 0) timer = setTimeout(() => void send(), wait > FIRST_WAIT ? wait : 0);
  }

  function unanswered() {
    say(pressed.size > 0 ? texts.waits(pressed.size) : texts.offline, 'waits');
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  function answered(answer: Answer, sent: readonly [string, Press][], asked: number) {
    stopped = typeof answer === 'string';
    if (typeof answer === 'string') say(texts[answer], 'stopped');
    else heard(answer, sent, asked);
  }

  function heard({ now, marks: told }: Told, sent: readonly [string, Press][], asked: number) {
    const took = Date.now() - asked;
    if (took < quickest) {
      quickest = took;
      ahead = now - (asked + took / 2);
    }
    for (const [person, one] of sent) pressed.settle(person, one);
    for (const person of rows.people) marks.set(person, told[person] ?? null);
    wait = FIRST_WAIT;
    paint();
    if (pressed.size === 0) say(texts.saved, 'saved');
    // The other telephone has let somebody in who is not on this page's list.
    if (news) news.hidden = Object.keys(told).length <= Number(known);
  }

  door.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button?.name !== 'tryck') return;
    event.preventDefault();
    const { person } = button.dataset;
    if (person) press([person], markOf(person) === 'attended' ? null : 'attended');
    else
      press(
        rows.partyOf(button).filter((one) => markOf(one) !== 'attended'),
        'attended',
      );
  });
  findIn(door);
  for (const kind of ['pointerdown', 'keydown']) {
    addEventListener(kind, () => {
      touchedAt = Date.now();
    });
  }
  // A page that nobody looks at asks for nothing: it would keep whoever left it signed in.
  setInterval(() => {
    const isSeen = document.visibilityState === 'visible' && Date.now() - touchedAt < SOMEBODY_IS_HERE_FOR;
    if (isSeen && pressed.size === 0) void send();
  }, LOOK_EVERY);
  addEventListener('online', () => void send());
  // Come back to, perhaps from having signed in again.
  document.addEventListener('visibilitychange', () => {
    stopped = false;
    if (document.visibilityState === 'visible') void send();
  });
  paint();
  sayWaiting();
  void send();
}
