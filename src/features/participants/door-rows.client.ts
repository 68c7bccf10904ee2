import type { Mark } from './kept-presses.client.ts';

const SAID = { attended: 'Här', absent: 'Kom inte', none: '' } as const;
type Word = keyof typeof SAID;

/** The rows of the list at the door, as the page drew them. */
export function doorRows(door: HTMLFormElement) {
  const buttons = new Map(
    [...door.querySelectorAll<HTMLButtonElement>('[data-person]')].map((one) => [one.dataset.person ?? '', one]),
  );
  const count = door.querySelector('[data-came]');
  /** The party of a button that is for all of it. */
  const partyOf = (button: Element) =>
    [...(button.closest('.party')?.querySelectorAll<HTMLElement>('[data-person]') ?? [])].map(
      ({ dataset }) => dataset.person ?? '',
    );

  function paintRow(button: HTMLButtonElement, mark: Mark, isUnsent: boolean) {
    const word: Word = mark ?? 'none';
    button.dataset.mark = word;
    button.setAttribute('aria-pressed', String(mark === 'attended'));
    button.classList.toggle('unsent', isUnsent);
    const said = button.querySelector('[data-said]');
    if (said) said.textContent = SAID[word];
  }

  return {
    people: [...buttons.keys()],
    partyOf,
    /** As the page came. */
    drawn: (person: string): Mark => {
      const word = buttons.get(person)?.dataset.mark;
      return word === 'attended' || word === 'absent' ? word : null;
    },
    /** `others`: who is here of those that this telephone cannot mark. */
    paint(markOf: (person: string) => Mark, isUnsent: (person: string) => boolean, others: number) {
      for (const [person, button] of buttons) paintRow(button, markOf(person), isUnsent(person));
      const here = [...buttons.keys()].filter((person) => markOf(person) === 'attended').length;
      if (count) count.textContent = String(here + others);
      for (const all of door.querySelectorAll<HTMLButtonElement>('[data-all]'))
        all.hidden = partyOf(all).every((person) => markOf(person) === 'attended');
    },
  };
}

/** Shows the parties whose text holds what is typed. */
export function findIn(door: HTMLFormElement) {
  const field = door.querySelector<HTMLElement>('[data-find]');
  const input = field?.querySelector('input');
  const nobody = door.querySelector<HTMLElement>('[data-nobody]');
  if (!field || !input || !nobody) return;
  field.hidden = false;
  input.addEventListener('input', () => {
    const sought = input.value.trim().toLocaleLowerCase('sv');
    const parties = [...door.querySelectorAll<HTMLElement>('.party')];
    for (const party of parties) party.hidden = !(party.textContent ?? '').toLocaleLowerCase('sv').includes(sought);
    nobody.hidden = parties.some(({ hidden }) => !hidden);
  });
  // Enter looks, and ticks nobody.
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
}
