// While one types into the search box, what it may mean stands below it: arrows choose, Enter goes,
// Escape closes. Without scripts the box is a plain search.
const PAUSE = 160;
const LEAST = 2;
const LATELY = 'searched';
const MOST_LATELY = 6;
let waiting;
let asked = 0;

// What was searched for is remembered on the device alone.
function lately() {
  try {
    return JSON.parse(localStorage.getItem(LATELY)) ?? [];
  } catch {
    return [];
  }
}

function remember(text) {
  const others = lately().filter((each) => each !== text);
  try {
    localStorage.setItem(LATELY, JSON.stringify([text, ...others].slice(0, MOST_LATELY)));
  } catch {
    // Then it is not remembered.
  }
}

function showLately(input) {
  const address = (text) => `${input.form.action}?${new URLSearchParams({ q: text })}`;
  const lines = lately().map((text) => ({ text, note: input.dataset.lately, href: address(text) }));
  if (lines.length) lines.push({ text: input.dataset.forget, note: '', href: '' });
  show(input, lines);
}

function take(item) {
  const { href } = item.dataset;
  if (href) {
    location.assign(href);
    return;
  }
  localStorage.removeItem(LATELY);
  item.parentElement.remove();
}

// The words say what it is; a picture that can't be read is left out.
function thumb(address) {
  const picture = Object.assign(new Image(40, 40), { src: address, alt: '' });
  picture.addEventListener('error', () => picture.remove());
  return picture;
}

function close(input) {
  input.form.querySelector('.suggestions')?.remove();
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

// For the ear: how much there is, or that there is nothing.
function tell(input, said) {
  const ear = input.form.querySelector('[data-said]');
  if (ear) ear.textContent = said;
}

// A line that only says something: it can't be chosen.
function saying(say) {
  const item = document.createElement('li');
  item.className = 'say';
  item.setAttribute('role', 'option');
  item.setAttribute('aria-disabled', 'true');
  item.setAttribute('aria-selected', 'false');
  item.textContent = say;
  return item;
}

function show(input, lines, say = '') {
  close(input);
  if (!lines.length && !say) return;
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.getAttribute('aria-label'));
  if (say) list.append(saying(say));
  lines.forEach((line, place) => {
    const item = document.createElement('li');
    const text = document.createElement('bdi');
    const note = document.createElement('small');
    text.textContent = line.text;
    note.textContent = line.note;
    if (line.picture) item.append(thumb(line.picture));
    item.append(text, ' ', note);
    // Markup of the house's own: the sign of a currency is drawn.
    if (line.price) note.innerHTML = line.price;
    item.id = `suggestion-${place}`;
    item.dataset.href = line.href;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    list.append(item);
  });
  input.form.append(list);
  input.setAttribute('aria-expanded', 'true');
}

async function ask(input) {
  const text = input.value.trim();
  const mine = ++asked;
  if (text.length < LEAST) {
    tell(input, '');
    if (text) close(input);
    else showLately(input);
    return;
  }
  try {
    const answer = await fetch(`${input.dataset.suggest}?${new URLSearchParams({ q: text })}`);
    const { lines, say, said } = await answer.json();
    if (mine !== asked || document.activeElement !== input) return;
    show(input, lines, say);
    tell(input, said);
  } catch {
    close(input);
  }
}

function choose(input, by) {
  const items = [...input.form.querySelectorAll('.suggestions > li:not(.say)')];
  if (!items.length) return;
  const now = items.findIndex((item) => item.getAttribute('aria-selected') === 'true');
  const next = now < 0 && by < 0 ? items.length - 1 : (now + by + items.length) % items.length;
  items.forEach((item, place) => item.setAttribute('aria-selected', String(place === next)));
  input.setAttribute('aria-activedescendant', items[next].id);
  items[next].scrollIntoView({ block: 'nearest' });
}

for (const input of document.querySelectorAll('[data-suggest]')) {
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', 'suggestions');
  input.setAttribute('aria-expanded', 'false');
  input.autocomplete = 'off';
  const ear = Object.assign(document.createElement('span'), { className: 'sr' });
  ear.dataset.said = '';
  ear.setAttribute('role', 'status');
  input.form.append(ear);
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask(input), PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    const chosen = input.form.querySelector('.suggestions > [aria-selected="true"]');
    const isShut = input.getAttribute('aria-expanded') === 'false';
    if (event.key === 'ArrowDown' && isShut) {
      ask(input);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      choose(input, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && chosen) {
      take(chosen);
    } else if (event.key === 'Escape' && !isShut) {
      close(input);
    } else {
      return;
    }
    event.preventDefault();
  });
  input.addEventListener('focus', () => input.value.trim() || showLately(input));
  input.addEventListener('blur', () => setTimeout(() => close(input), PAUSE));
}

document.addEventListener('mousedown', (event) => {
  const item = event.target.closest('.suggestions > li:not(.say)');
  if (!item) return;
  event.preventDefault();
  take(item);
});

document.addEventListener('submit', (event) => {
  const text = event.target.querySelector('[data-suggest]')?.value.trim();
  if (text) remember(text);
});
