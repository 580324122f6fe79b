/** Puts the address of the page on the clipboard. Where the browser has none to write to, the button stays hidden. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  if (!('clipboard' in navigator)) continue;
  const item = button.closest('li');
  if (item) item.hidden = false;
  button.addEventListener('click', () => {
    const status = button.querySelector('[role="status"]');
    // The page's own address: behind a proxy the built one may name another host.
    void navigator.clipboard.writeText(location.origin + location.pathname).then(() => {
      if (status) status.textContent = button.dataset['copied'] ?? '';
    });
  });
}

export {};
