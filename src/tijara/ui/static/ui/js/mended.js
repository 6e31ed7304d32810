// A field that was refused stops looking wrong as soon as it is written in again: whether it is
// right now, the next press says.
document.addEventListener('input', ({ target }) => {
  if (target.getAttribute?.('aria-invalid') !== 'true') return;
  target.removeAttribute('aria-invalid');
  for (const id of (target.getAttribute('aria-describedby') ?? '').split(' ')) {
    if (id.endsWith('-error')) document.getElementById(id)?.setAttribute('hidden', '');
  }
});

// After a refused press one goes on where it was refused, wherever on a long form that is. What
// stays wrong for days (within data-kept) calls nobody who comes from another page.
const isAnswer = () =>
  document.referrer !== '' && new URL(document.referrer).pathname === location.pathname;
document.addEventListener('DOMContentLoaded', () => {
  const wrong = `main form [aria-invalid="true"]${isAnswer() ? '' : ':not([data-kept] *)'}`;
  const first = document.querySelector(wrong);
  if (!first) return;
  for (let fold = first.closest('details'); fold; fold = fold.parentElement.closest('details')) {
    fold.open = true;
  }
  first.focus({ preventScroll: true });
  if (document.activeElement === first) first.scrollIntoView({ block: 'center' });
});
