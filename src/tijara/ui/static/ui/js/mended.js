// A field that was refused stops looking wrong as soon as it is written in again: whether it is
// right now, the next press says.
document.addEventListener('input', ({ target }) => {
  if (target.getAttribute?.('aria-invalid') !== 'true') return;
  target.removeAttribute('aria-invalid');
  for (const id of (target.getAttribute('aria-describedby') ?? '').split(' ')) {
    if (id.endsWith('-error')) document.getElementById(id)?.setAttribute('hidden', '');
  }
});
