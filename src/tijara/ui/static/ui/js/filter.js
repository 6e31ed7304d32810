// A long list of choices gets a field above it: what is typed narrows the list. Arabic as people type it.
const FEWEST = 12;

function folded(text) {
  return text
    .toLowerCase()
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .trim();
}

function narrow(select, groups, typed) {
  const wanted = folded(typed);
  const chosen = select.value;
  const found = [];
  select.replaceChildren(select.options[0]);
  for (const { group, options } of groups) {
    const fits = options.filter(
      (one) => folded(one.text).includes(wanted) || folded(group.label).includes(wanted),
    );
    if (!fits.length) continue;
    group.replaceChildren(...fits);
    select.append(group);
    found.push(...fits);
  }
  const exact = found.find((one) => wanted && folded(one.text) === wanted);
  if (exact) select.value = exact.value;
  else if (found.some((one) => one.value === chosen)) select.value = chosen;
  else select.value = wanted && found.length === 1 ? found[0].value : '';
  return found;
}

for (const box of document.querySelectorAll('[data-filter]')) {
  const select = box.querySelector('select');
  if (!select || select.options.length < FEWEST) continue;
  const groups = [...select.querySelectorAll('optgroup')].map((group) => ({
    group,
    options: [...group.children],
  }));
  const input = document.createElement('input');
  input.type = 'search';
  input.className = 'input mb-2';
  input.dir = 'auto';
  input.autocomplete = 'off';
  input.placeholder = box.dataset.filter;
  input.setAttribute('aria-label', box.dataset.filter);
  input.setAttribute('aria-controls', select.id);
  input.addEventListener('input', () => narrow(select, groups, input.value));
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const [first] = narrow(select, groups, input.value);
    if (first && input.value.trim()) select.value = first.value;
    select.focus();
  });
  select.before(input);
}
