// A form is sent once: its button shows that work is under way until the next page is there.
const PATIENCE = 20000;

document.addEventListener('submit', (event) => {
  const button = event.submitter;
  if (!button?.matches('.btn:not([data-no-wait])') || event.defaultPrevented) return;
  if (button.getAttribute('aria-busy') === 'true') {
    event.preventDefault();
    return;
  }
  button.setAttribute('aria-busy', 'true');
  setTimeout(() => button.removeAttribute('aria-busy'), PATIENCE);
});

// Back from the next page: the form may be sent again.
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  for (const button of document.querySelectorAll('.btn[aria-busy="true"]')) {
    button.removeAttribute('aria-busy');
  }
});
