// Where the browser can pass a page on, a button does so; else it copies the address.
for (const button of document.querySelectorAll('[data-share]')) {
  button.hidden = !(navigator.share || navigator.clipboard);
  button.addEventListener('click', async () => {
    const page = { title: button.dataset.share, url: button.dataset.address };
    try {
      if (navigator.share) {
        await navigator.share(page);
        return;
      }
      await navigator.clipboard.writeText(page.url);
      button.nextElementSibling.textContent = button.dataset.done;
    } catch {
      // He thought better of it.
    }
  });
}
