// What the button of the sheet would show stands on it while one ticks.
async function count(form) {
  const button = form.querySelector('[data-count]');
  if (!button) return;
  const said = new URLSearchParams(new FormData(form));
  for (const [name, value] of [...said]) if (!value) said.delete(name);
  said.set('part', 'count');
  const mine = (asked += 1);
  try {
    const answer = await fetch(`${form.action}?${said}`);
    if (mine === asked && answer.headers.get('X-Part') === 'count') {
      button.textContent = (await answer.text()).trim();
    }
  } catch {
    // The button still shows the goods, only without saying how many.
  }
}

// Filters beside the goods apply as they are ticked; in the sheet of a phone, all at once.
const WIDE = matchMedia('(width >= 64rem)');
const PAUSE = 350;
let waiting;
let asked = 0;

function filters(element) {
  return element.form?.matches('[data-filters]') ? element.form : null;
}

// A list to choose from that is sent as soon as it was chosen from.
document.addEventListener('change', (event) => {
  event.target.closest('form[data-send-on-change]')?.requestSubmit();
});

document.addEventListener('change', (event) => {
  const form = filters(event.target);
  if (!form) return;
  clearTimeout(waiting);
  if (!WIDE.matches && !event.target.matches('[data-apply]')) {
    waiting = setTimeout(() => count(form), PAUSE);
    return;
  }
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

// The sheet is closed by a press on the goods behind it and by Escape; whoever opened it has it back.
document.addEventListener(
  'toggle',
  (event) => {
    if (!event.target.matches?.('.filters[popover]')) return;
    const isOpen = event.newState === 'open';
    document.documentElement.toggleAttribute('data-sheet-is-open', isOpen);
    if (isOpen) event.target.querySelector('header button')?.focus();
  },
  true,
);
