// A quantity's − and + change the number at once; a form that says data-send sends it after a pause.
const PAUSE = 450;
const waiting = new WeakMap();

function change(input, by) {
  const low = Number(input.dataset.least || 1);
  const high = Number(input.dataset.most || 999);
  const now = Number(input.value) || low;
  input.value = String(Math.min(high, Math.max(low, now + by)));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('.stepper button[data-by]');
  if (!button) return;
  event.preventDefault();
  change(button.parentElement.querySelector('input'), Number(button.dataset.by));
});

document.addEventListener('change', (event) => {
  const form = event.target.closest('.stepper')?.closest('form[data-send]');
  if (!form) return;
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => form.requestSubmit(), PAUSE));
});
