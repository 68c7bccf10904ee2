import { type Answer, outcomeOf, sorted } from './self-check.rules.ts';
import type { Leaning } from './self-check.schema.ts';

/** One question at a time. Nothing is kept and nothing is sent: the answers are the page's own. */
const form = document.querySelector<HTMLElement>('.self-check');
if (form) run(form);

function run(form: HTMLElement): void {
  const questions = [...form.querySelectorAll('fieldset')];
  const part = (name: string) => form.querySelector<HTMLElement>(`[data-part=${name}]`);
  let at = 0;

  const say = (name: string, text: string) => {
    const place = part(name);
    if (place) place.textContent = text;
  };
  const show = (next: number) => {
    at = next;
    for (const [place, question] of questions.entries()) question.hidden = place !== at;
    say('step', `Fråga ${at + 1} av ${questions.length}`);
    say('more', '');
    say('on', at === questions.length - 1 ? 'Visa vad ni kom fram till' : 'Nästa fråga');
    part('back')?.toggleAttribute('hidden', at === 0);
  };
  const turnTo = (next: number) => {
    show(next);
    focusOn(questions[next]?.querySelector('legend'));
  };
  const finish = () => {
    const answers = [...form.querySelectorAll<HTMLInputElement>('input:checked')].map(answerOf);
    if (answers.length * 2 < questions.length) {
      turnTo(questions.findIndex((question) => !question.querySelector('input:checked')));
      say('more', 'Svara på minst hälften av frågorna, så blir rådet till nytta.');
      return;
    }
    form.hidden = true;
    showResult(answers);
  };

  for (const name of ['acts', 'step']) part(name)?.removeAttribute('hidden');
  form.classList.add('one-by-one');
  part('on')?.addEventListener('click', () => (at < questions.length - 1 ? turnTo(at + 1) : finish()));
  part('back')?.addEventListener('click', () => turnTo(at - 1));
  for (const again of document.querySelectorAll('[data-act=again]')) {
    again.addEventListener('click', () => {
      for (const chosen of form.querySelectorAll<HTMLInputElement>('input:checked')) chosen.checked = false;
      form.hidden = false;
      for (const result of document.querySelectorAll<HTMLElement>('.result')) result.hidden = true;
      turnTo(0);
    });
  }
  show(0);
}

function focusOn(element: HTMLElement | null | undefined): void {
  if (!element) return;
  element.tabIndex = -1;
  element.focus();
}

function answerOf(input: HTMLInputElement): Answer {
  const topic = input.closest('fieldset')?.dataset.topic ?? '';
  return { topic, leaning: input.dataset.leaning as Leaning, line: input.dataset.line ?? '' };
}

function showResult(answers: readonly Answer[]): void {
  const result = document.querySelector<HTMLElement>(`#resultat-${outcomeOf(answers)}`);
  if (!result) return;
  const { speaksFor, talkAbout } = sorted(answers);
  fill(result.querySelector('[data-list=for]'), speaksFor);
  fill(result.querySelector('[data-list=talk]'), talkAbout);
  result.hidden = false;
  result.querySelector<HTMLElement>('h2')?.focus();
}

function fill(part: Element | null, answers: readonly Answer[]): void {
  part?.toggleAttribute('hidden', answers.length === 0);
  part?.querySelector('ul')?.replaceChildren(
    ...answers.map(({ line }) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
}
