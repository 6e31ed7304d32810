// Shortcuts of a desk. They never act while somebody writes or a dialog is open, can be turned off
// in their own dialog, and each of them has a link or a button beside it.
const KEPT = 'keys';
const help = document.getElementById('keys');
const isOn = () => localStorage.getItem(KEPT) !== 'off';
const rows = () =>
  [...document.querySelectorAll('main .table tbody tr, main .todo > li')].filter((row) => opener(row));

function opener(row) {
  return row.querySelector('th a, a:not(.above)');
}

function move(by) {
  const all = rows();
  const here = all.findIndex((row) => row.contains(document.activeElement));
  const next = here < 0 ? all[by > 0 ? 0 : all.length - 1] : all[here + by];
  if (!next) return;
  opener(next).focus();
  next.scrollIntoView({ block: 'nearest' });
}

function tick() {
  const row = document.activeElement?.closest('tr');
  row?.querySelector('.pick')?.click();
}

function seek() {
  const fields = [...document.querySelectorAll('main .find input, .deskbar .find input')];
  const field = fields.find((one) => one.checkVisibility({ visibilityProperty: true }));
  field?.focus();
  field?.select();
}

// By the place of the key, so that they work on an Arabic keyboard too.
const ACTS = {
  KeyJ: () => move(1),
  KeyK: () => move(-1),
  KeyX: tick,
};

function actOf(event) {
  if (event.key === '?' || event.key === '؟') return () => help?.showModal();
  if (!isOn()) return undefined;
  return event.key === '/' ? seek : event.shiftKey ? undefined : ACTS[event.code];
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')) return;
  if (document.querySelector('dialog[open]')) return;
  const act = actOf(event);
  if (!act) return;
  event.preventDefault();
  act();
});

if (help) {
  for (const button of document.querySelectorAll('[data-dialog=keys]')) button.hidden = false;
  const turned = help.querySelector('[data-keys-on]');
  turned.checked = isOn();
  turned.addEventListener('change', () => {
    if (turned.checked) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, 'off');
  });
}
