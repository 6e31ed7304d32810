// A choice that changes the total asks the server for it at once; without scripts its button does.
document.addEventListener('change', (event) => {
  if (!event.target.closest('[data-reprice]')) return;
  const form = event.target.form;
  const button = form?.querySelector('[data-reprices]');
  if (button) form.requestSubmit(button);
});
