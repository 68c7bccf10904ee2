import { type CompleteYear, childrenFrom, payFor } from './pay.rules.ts';

const form = document.querySelector<HTMLFormElement>('form[data-year]');
const number = new Intl.NumberFormat('sv-SE');
const kronor = (amount: number) => `${number.format(amount)}\u00a0kronor`;

function show(name: string, text: string): void {
  const place = document.querySelector(`[data-out=${name}]`);
  if (place) place.textContent = text;
}

function reckon(form: HTMLFormElement, year: CompleteYear): void {
  const fields = new URLSearchParams(
    [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
  const children = childrenFrom(fields);
  const { fee, allowance } = payFor(children, year);
  document.querySelector('.sum dl')?.toggleAttribute('hidden', children.length === 0);
  document.querySelector('[data-out=none]')?.toggleAttribute('hidden', children.length > 0);
  show('fee', `${kronor(fee)} i månaden`);
  show('allowance', `${kronor(allowance.fran)} till ${kronor(allowance.till)} i månaden`);
}

if (form) {
  const year = JSON.parse(form.dataset.year ?? '') as CompleteYear;
  form.addEventListener('change', () => reckon(form, year));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    reckon(form, year);
  });
}
