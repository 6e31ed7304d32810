// A long list of choices becomes one box with its list below it (WAI-ARIA combobox): what is typed
// narrows the list and marks what fits best, which Enter, Tab or leaving the box takes. The select
// stays behind it and is what the form sends; without scripts it is what one sees. Arabic as people
// type it. Runs after keep.js, which brings back what was chosen before.
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

function fit(option, wanted) {
  const name = folded(option.text);
  if (name === wanted) return 3;
  if (name.startsWith(wanted)) return 2;
  const region = option.parentElement.label ?? '';
  return name.includes(wanted) || folded(region).includes(wanted) ? 1 : 0;
}

class Picker {
  constructor(select, words) {
    this.select = select;
    this.input = document.createElement('input');
    this.list = document.createElement('ul');
    this.isTyped = false;
    this.dress(words);
    this.show();
    this.listen();
  }

  // The box takes the select's place: its id, so that its label, its hint and its error are the box's.
  dress({ find, none }) {
    const { select, input, list } = this;
    input.type = 'text';
    input.className = select.className;
    input.dir = 'auto';
    input.id = select.id;
    input.autocomplete = select.autocomplete || 'off';
    input.placeholder = find;
    input.spellcheck = false;
    for (const name of ['aria-invalid', 'aria-describedby']) {
      if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
    }
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    list.id = `${select.id}-list`;
    list.className = 'suggestions picks';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', find);
    list.dataset.none = none;
    input.setAttribute('aria-controls', list.id);
    select.id = `${select.id}-select`;
    select.tabIndex = -1;
    select.setAttribute('aria-hidden', 'true');
    select.className = 'sr';
    const place = document.createElement('div');
    place.className = 'picker';
    select.before(place);
    place.append(input, list, select);
  }

  show() {
    const [chosen] = this.select.selectedOptions;
    this.input.value = chosen?.value ? chosen.text : '';
    this.isTyped = false;
  }

  get isOpen() {
    return !this.list.hidden;
  }

  get marked() {
    return this.list.querySelector('[aria-selected="true"]');
  }

  open(wanted) {
    this.list.replaceChildren();
    let best = null;
    let most = 0;
    let region = '';
    for (const option of this.select.options) {
      const fits = wanted ? fit(option, wanted) : 1;
      if (!option.value || !fits) continue;
      const { label } = option.parentElement;
      if (label && label !== region) this.list.append(this.line(label));
      region = label;
      const item = this.line(option.text, option);
      this.list.append(item);
      if (wanted ? fits > most : option.selected) [best, most] = [item, fits];
    }
    if (!this.list.firstChild) best = this.list.appendChild(this.nothing());
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.mark(best);
  }

  line(text, option) {
    const item = document.createElement('li');
    const said = document.createElement('bdi');
    said.textContent = text;
    item.append(said);
    if (option) {
      item.id = `${this.list.id}-${option.index}`;
      item.dataset.value = option.value;
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', 'false');
    } else {
      item.className = 'region';
      item.setAttribute('role', 'presentation');
    }
    return item;
  }

  // It is read out like a choice, and chooses nothing.
  nothing() {
    const item = this.line(this.list.dataset.none);
    item.id = `${this.list.id}-none`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-disabled', 'true');
    return item;
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  mark(item) {
    this.marked?.setAttribute('aria-selected', 'false');
    if (!item) {
      this.input.removeAttribute('aria-activedescendant');
      return;
    }
    item.setAttribute('aria-selected', 'true');
    this.input.setAttribute('aria-activedescendant', item.id);
    item.scrollIntoView({ block: 'nearest' });
  }

  move(by) {
    if (!this.isOpen) {
      this.open('');
      return;
    }
    const items = [...this.list.querySelectorAll('[role=option]')];
    if (!items.length) return;
    const now = items.indexOf(this.marked);
    const next = now < 0 && by < 0 ? items.length - 1 : (now + by + items.length) % items.length;
    this.mark(items[next]);
  }

  take(item) {
    const value = item?.dataset.value ?? '';
    if (value !== this.select.value) {
      this.select.value = value;
      this.select.dispatchEvent(new Event('change', { bubbles: true }));
    }
    this.show();
    this.close();
  }

  // What was typed is taken for what fits best; an emptied box chooses nothing.
  settle() {
    if (this.isTyped) this.take(this.input.value.trim() ? this.marked : null);
    else this.close();
  }

  listen() {
    const { input, list, select } = this;
    input.addEventListener('input', () => {
      this.isTyped = true;
      this.open(folded(input.value));
    });
    input.addEventListener('click', () => this.isOpen || this.open(''));
    input.addEventListener('focus', () => input.select());
    input.addEventListener('blur', () => this.settle());
    input.addEventListener('keydown', (event) => this.press(event));
    list.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const item = event.target.closest('[role=option]');
      if (item) this.take(item);
    });
    select.addEventListener('change', () => this.show());
    select.form?.addEventListener('reset', () => setTimeout(() => this.show()));
    addEventListener('pageshow', () => this.isTyped || this.show());
  }

  press(event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && this.isOpen) {
      this.take(this.marked);
    } else if (event.key === 'Escape' && this.isOpen) {
      this.show();
      this.close();
    } else {
      return;
    }
    event.preventDefault();
  }
}

for (const box of document.querySelectorAll('[data-filter]')) {
  const select = box.querySelector('select');
  if (!select || select.options.length < FEWEST) continue;
  new Picker(select, { find: box.dataset.filter, none: box.dataset.none });
}
