// A code is copied at a press. The button shows itself only where the browser can do it.
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = !navigator.clipboard;
}

document.addEventListener('click', async (event) => {
  const button = event.target.closest('button[data-copy]');
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  const word = button.querySelector('span');
  const before = word.textContent;
  if (before === button.dataset.done) return;
  word.setAttribute('role', 'status');
  word.textContent = button.dataset.done;
  setTimeout(() => { word.textContent = before; }, 2000);
});
