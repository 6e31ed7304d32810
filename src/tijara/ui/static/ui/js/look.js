// A colour that is picked is worn by the page at once; without scripts the button shows it.
document.addEventListener('input', (event) => {
  const field = event.target.closest('[data-look-colour], [data-look-own]');
  if (!field) return;
  if (field.matches('[data-look-own]')) field.form.elements.accent.value = 'own';
  const colour = (field.dataset.lookColour || field.value).slice(1).toLowerCase();
  const before = document.querySelector('link[data-look]');
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.dataset.look = '';
  sheet.href = `/ui/look/${colour}.css`;
  sheet.addEventListener('load', () => before?.remove());
  document.head.append(sheet);
});
