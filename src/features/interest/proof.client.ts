import { solveChallengeWorkers } from 'altcha-lib';
import ProofWorker from './proof.worker.ts?worker';

/**
 * Begins the proof of work when the form is first touched, so that a visitor who only looks downloads and computes
 * nothing. Whatever goes wrong is left alone: the form works without the proof too, only with a tighter limit.
 */
const form = document.querySelector<HTMLFormElement>('form[data-proof]');

async function prove(address: string, into: HTMLFormElement) {
  const answer = await fetch(address);
  if (!answer.ok) return;
  const challenge = await answer.json();
  const solution = await solveChallengeWorkers({
    challenge,
    concurrency: 2,
    createWorker: () => new ProofWorker(),
    timeout: 30_000,
  });
  if (!solution) return;
  const hidden = document.createElement('input');
  hidden.type = 'hidden';
  hidden.name = 'bevis';
  hidden.value = btoa(JSON.stringify({ challenge, solution }));
  into.append(hidden);
}

form?.addEventListener(
  'focusin',
  () => {
    void prove(form.dataset.proof ?? '', form).catch(() => undefined);
  },
  { once: true },
);
