/** When the held message has gone out the button no longer undoes: it opens the matter again, and says so. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-held]')) {
  setTimeout(() => {
    button.textContent = 'Öppna igen';
    button.parentElement?.querySelector('.held')?.remove();
  }, Number(button.dataset.held));
}
