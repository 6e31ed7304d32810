// Cells of a list that are written in place: each is saved by itself when it is left or Enter is
// pressed, says so, can be undone, and says what is wrong with it. Nothing typed is ever lost.
const SHOWN = 8000;

for (const form of document.querySelectorAll('form[data-cells]')) {
  const words = form.dataset;
  const inputs = [...form.querySelectorAll('.cell input.input')];
  const waiting = new Set();
  for (const button of form.querySelectorAll('[data-unscripted]')) button.hidden = true;
  for (const input of inputs) input.dataset.kept = input.defaultValue;

  const partner = (input, name) =>
    form.elements[`${name}_${input.name.slice(input.name.indexOf('_') + 1)}`];

  function body(input) {
    const told = new URLSearchParams({ key: form.elements.key.value, [input.name]: input.value });
    for (const name of ['seen', 'version', 'kept']) {
      const field = partner(input, name);
      if (field) told.set(field.name, field.value);
    }
    return told;
  }

  function note(input) {
    const cell = input.closest('.cell');
    cell.querySelector('p.error')?.remove();
    let place = cell.querySelector('.cell-said');
    if (!place) {
      place = document.createElement('div');
      place.className = 'cell-said';
      place.setAttribute('role', 'status');
      cell.append(place);
    }
    place.replaceChildren();
    place.classList.remove('wrong');
    return place;
  }

  function refuse(input, sentence) {
    const place = note(input);
    place.id ||= `said-${input.name}`;
    place.classList.add('wrong');
    place.textContent = sentence;
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', place.id);
  }

  function confirm(input, before) {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
    const place = note(input);
    const undo = document.createElement('button');
    undo.type = 'button';
    undo.className = 'btn ghost small';
    undo.textContent = words.undo;
    undo.addEventListener('click', () => {
      input.value = before;
      input.focus();
      save(input);
    });
    place.append(words.saved, undo);
    const shown = [...place.childNodes];
    setTimeout(() => {
      if (place.contains(shown[1]) && !place.matches(':focus-within')) place.replaceChildren();
    }, SHOWN);
  }

  function take(input, told) {
    const before = input.dataset.kept;
    if (told.version !== undefined) {
      partner(input, 'version').value = told.version;
      partner(input, 'kept').value = told.value;
    } else if (told.value !== undefined) {
      partner(input, 'seen').value = told.value;
    }
    if (told.free !== undefined) {
      const free = input.closest('tr').querySelector('[data-free]');
      if (free) free.textContent = told.free;
    }
    if (told.value !== undefined) input.dataset.kept = told.value;
    if (told.error) {
      refuse(input, told.error);
      return;
    }
    if (told.value !== undefined) input.value = told.value;
    confirm(input, before);
  }

  async function save(input) {
    if (waiting.has(input)) return;
    const sent = input.value;
    if (sent.trim() === input.dataset.kept) {
      input.removeAttribute('aria-invalid');
      note(input);
      return;
    }
    waiting.add(input);
    input.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body: body(input),
        headers: { Accept: 'application/json' },
      });
      const { key, cells } = await answer.json();
      form.elements.key.value = key;
      const typed = input.value;
      if (cells[input.name]) take(input, cells[input.name]);
      if (typed !== sent) input.value = typed;
    } catch {
      refuse(input, words.lost);
    } finally {
      waiting.delete(input);
      input.removeAttribute('aria-busy');
    }
    if (input.value !== sent && input.value.trim() !== input.dataset.kept) save(input);
  }

  function step(input, by) {
    const same = inputs.filter((one) => one.name.split('_')[0] === input.name.split('_')[0]);
    const next = same[same.indexOf(input) + by];
    next?.focus();
    next?.select();
  }

  form.addEventListener('change', (event) => {
    if (inputs.includes(event.target)) save(event.target);
  });
  form.addEventListener('keydown', (event) => {
    const input = event.target;
    if (!inputs.includes(input)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      save(input);
      step(input, event.shiftKey ? -1 : 1);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(input, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape') {
      input.value = input.dataset.kept;
      save(input);
    }
  });
  addEventListener('online', () => {
    for (const input of inputs) if (input.value.trim() !== input.dataset.kept) save(input);
  });
  addEventListener('beforeunload', (event) => {
    if (waiting.size) event.preventDefault();
  });
}
