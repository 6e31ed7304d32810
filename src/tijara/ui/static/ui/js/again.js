// A form that met a busy desk (data-again) is sent again by itself, a little apart from others.
const waiting = document.querySelector('[data-again]');
if (waiting) {
  const seconds = Number(waiting.dataset.again) + Math.random();
  setTimeout(() => waiting.requestSubmit(waiting.querySelector('button')), seconds * 1000);
}
