// A code is copied at a press, and the button says so for a moment. It shows itself only where the
// browser can do it.
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = !navigator.clipboard;
}

document.addEventListener('click', async (event) => {
  const button = event.target.closest('button[data-copy]');
  if (!button || button.dataset.said) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  const before = [...button.childNodes];
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  said.textContent = button.dataset.done;
  button.dataset.said = 'yes';
  button.replaceChildren(said);
  setTimeout(() => {
    button.replaceChildren(...before);
    delete button.dataset.said;
  }, 2000);
});
