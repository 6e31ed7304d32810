// A choice that changes the total asks the server for it at once; without scripts its button does:
// the one beside it, else the form's last.
document.addEventListener('change', (event) => {
  const near = event.target.closest('[data-reprice]');
  const form = event.target.form;
  if (!near || !form) return;
  const button =
    near.querySelector('[data-reprices]') ?? [...form.querySelectorAll('[data-reprices]')].at(-1);
  if (button) form.requestSubmit(button);
});
