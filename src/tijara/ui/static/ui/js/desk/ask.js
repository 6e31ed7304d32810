// A link that leads to a page which asks once more: the question opens here, as a dialog. Without
// scripts, or where it can't be fetched, the page itself asks.
let asking = false;

async function ask(link) {
  let page;
  try {
    const answer = await fetch(link.href);
    if (!answer.ok || answer.redirected) throw new Error();
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    location.assign(link.href);
    return;
  }
  const title = page.querySelector('main h1');
  const form = page.querySelector('main form');
  if (!title || !form) {
    location.assign(link.href);
    return;
  }
  show(link, document.importNode(title, true), form, page);
}

function show(link, title, form, page) {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog asking';
  const head = document.createElement('header');
  const heading = document.createElement('h2');
  heading.className = 'lg';
  heading.id = 'asking-title';
  heading.append(...title.childNodes);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'btn ghost only';
  close.setAttribute('aria-label', link.dataset.ask);
  close.dataset.close = '';
  close.append('✕');
  head.append(heading, close);
  const body = document.createElement('div');
  body.className = 'body stack g3';
  const told = form.querySelector('h1') ? null : page.querySelector('main h1 ~ p');
  if (told) body.append(document.importNode(told, true));
  const copy = document.importNode(form, true);
  copy.classList.remove('panel');
  copy.querySelector('h1')?.remove();
  copy.action = form.getAttribute('action') || link.href;
  for (const back of copy.querySelectorAll('a.btn')) {
    if (new URL(back.href).pathname === location.pathname) back.dataset.close = '';
  }
  body.append(copy);
  dialog.append(head, body);
  dialog.setAttribute('aria-labelledby', heading.id);
  dialog.addEventListener('close', () => {
    dialog.remove();
    link.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-ask]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  if (asking) return;
  asking = true;
  ask(link).finally(() => {
    asking = false;
  });
});
