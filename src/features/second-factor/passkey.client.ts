import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import { ceremonyTexts } from './second-factor.text.ts';

/** Lets the browser make or use a passkey before the form is sent: its answer rides along in a hidden field. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void perform(form);
  });
}

async function perform(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector('button');
  if (button) button.disabled = true;
  try {
    const answer = await ceremony(form);
    form.querySelector<HTMLInputElement>('[name="svar"]')?.setAttribute('value', JSON.stringify(answer));
    // Not requestSubmit: that would come back here.
    form.submit();
  } catch (error) {
    say(form, error);
    if (button) button.disabled = false;
  }
}

function ceremony({ dataset }: HTMLFormElement) {
  const optionsJSON = JSON.parse(dataset.options ?? '{}');
  return dataset.passkey === 'add' ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON });
}

function say(form: HTMLFormElement, error: unknown): void {
  const place = form.querySelector<HTMLElement>('[data-says]');
  if (!place) return;
  place.hidden = false;
  // Emptied first, so that the same words are read out again.
  place.textContent = '';
  place.textContent = textOf(error);
}

function textOf(error: unknown): string {
  if (!('PublicKeyCredential' in window)) return ceremonyTexts.unsupported;
  const isKnown = error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
  return isKnown ? ceremonyTexts.known : ceremonyTexts.stopped;
}
