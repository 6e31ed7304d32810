// Where a piece of a page could not be fetched, a toast says so.
document.addEventListener('cut-off', () => {
  const told = document.querySelector('template[data-cut-off]');
  if (!told) return;
  document.querySelector('.toasts')?.remove();
  document.body.append(told.content.cloneNode(true));
});
