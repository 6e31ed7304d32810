// A ready text that is chosen (data-fills) stands in its field at once, to be changed there; without
// scripts it is sent as it is where nothing else was written.
document.addEventListener('change', (event) => {
  const field = document.getElementById(event.target.dataset?.fills ?? '');
  if (!field || !event.target.value) return;
  field.value = event.target.value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
});
