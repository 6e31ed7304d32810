// Filters beside the goods apply as they are ticked; in the sheet of a phone, all at once.
const WIDE = matchMedia('(width >= 64rem)');
const PAUSE = 350;
let waiting;

function filters(element) {
  return element.form?.matches('[data-filters]') ? element.form : null;
}

document.addEventListener('change', (event) => {
  const form = filters(event.target);
  if (!form || !(WIDE.matches || event.target.matches('[data-apply]'))) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => form.requestSubmit(), PAUSE);
});

// Empty ends of a range, and the usual order, leave no trace in the address.
document.addEventListener('submit', (event) => {
  if (!event.target.matches('[data-filters]')) return;
  for (const field of event.target.elements) {
    if (field.name && field.value === '') field.disabled = true;
  }
  const order = event.target.elements.sort;
  if (order?.selectedIndex === 0) order.disabled = true;
});
