// The switch between day and night works in place; the server is told in the background.
document.addEventListener('submit', (event) => {
  const form = event.target.closest('form[data-theme-switch]');
  if (!form || !event.submitter) return;
  event.preventDefault();
  const choice = event.submitter.value;
  if (choice === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
  for (const button of form.querySelectorAll('button')) {
    button.setAttribute('aria-pressed', String(button.value === choice));
  }
  fetch(form.action, { method: 'POST', body: new URLSearchParams({ theme: choice }), redirect: 'manual' });
});
