/** The text follows the film, and a line or a chapter takes the film there. */
const video = document.querySelector('video');
const lines = [...document.querySelectorAll<HTMLElement>('.script [data-at]')];
const timeOf = (element: HTMLElement) => Number(element.dataset.at);

if (video) {
  const go = (seconds: number) => {
    video.currentTime = seconds;
    void video.play().catch(() => undefined);
  };

  let current: HTMLElement | undefined;
  video.addEventListener('timeupdate', () => {
    const next = lines.filter((line) => timeOf(line) <= video.currentTime).pop();
    if (next === current) return;
    current?.removeAttribute('aria-current');
    next?.setAttribute('aria-current', 'true');
    current = next;
  });

  for (const line of lines) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'from-here';
    button.setAttribute('aria-label', `Spela härifrån: ${(line.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)}`);
    button.addEventListener('click', () => go(timeOf(line)));
    line.append(' ', button);
  }
  for (const link of document.querySelectorAll<HTMLElement>('.chap [data-at]')) {
    link.addEventListener('click', () => go(timeOf(link)));
  }
}

const share = document.querySelector<HTMLButtonElement>('[data-act=share]');
if (share && 'share' in navigator) {
  share.hidden = false;
  share.addEventListener('click', () => {
    void navigator.share({ title: document.title, url: share.dataset.url ?? location.href }).catch(() => undefined);
  });
}
