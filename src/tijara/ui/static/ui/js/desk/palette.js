// Ctrl K: go anywhere at the desk. The pages of the sidebar at once, and what a search finds.
const PAUSE = 200;
const palette = document.getElementById('palette');

if (palette) {
  const input = palette.querySelector('input');
  const pages = palette.querySelector('[data-pages]');
  const found = palette.querySelector('[data-found]');
  const form = palette.querySelector('form');
  let timer;
  let asked = '';

  function fill(typed) {
    const wanted = typed.trim().toLowerCase();
    const links = [...document.querySelectorAll('.sidebar nav a')].filter(
      (link) => !wanted || link.textContent.toLowerCase().includes(wanted),
    );
    pages.replaceChildren(
      ...links.map((link) => {
        const item = document.createElement('li');
        const copy = link.cloneNode(true);
        copy.querySelector('.n')?.remove();
        item.append(copy);
        return item;
      }),
    );
  }

  async function look(typed) {
    asked = typed;
    if (typed.trim().length < 2 || !form.hasAttribute('data-finds')) {
      found.replaceChildren();
      return;
    }
    try {
      const answer = await fetch(`${form.action}?${new URLSearchParams({ q: typed })}`);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (asked !== typed) return;
      found.replaceChildren(
        ...[...page.querySelectorAll('[data-hit]')].map((hit) => {
          const item = document.createElement('li');
          item.append(document.importNode(hit, true));
          return item;
        }),
      );
    } catch {
      found.replaceChildren();
    }
  }

  const links = () => [...palette.querySelectorAll('li a')];

  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.code === 'KeyK') {
      event.preventDefault();
      if (palette.open) return;
      input.value = '';
      found.replaceChildren();
      fill('');
      palette.showModal();
      input.focus();
    }
  });
  input.addEventListener('input', () => {
    fill(input.value);
    clearTimeout(timer);
    timer = setTimeout(() => look(input.value), PAUSE);
  });
  palette.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      // A search field would only be emptied by it.
      event.preventDefault();
      palette.close();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const all = [input, ...links()];
    const here = all.indexOf(document.activeElement);
    all[(here + (event.key === 'ArrowDown' ? 1 : all.length - 1)) % all.length].focus();
  });
  form.addEventListener('submit', (event) => {
    const [first] = links();
    if (!first || (found.childElementCount === 0 && !pages.childElementCount)) return;
    event.preventDefault();
    location.assign(first.href);
  });
}
