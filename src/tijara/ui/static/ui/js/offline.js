// What the service worker needs from a page, and what a page says of it: that it is a saved copy,
// that there is no network, which pages were saved. See worker.js.
const told = document.querySelector('template[data-offline]');
const KEPT_PAGES = 'pages-1';
const SHELL = 'shell-1';
const language = document.documentElement.lang;

function say(name, change = () => {}) {
  const piece = told.content.querySelector(`[data-say="${name}"]`).cloneNode(true);
  change(piece);
  document.querySelector(`[data-said="${name}"]`)?.remove();
  piece.dataset.said = name;
  return piece;
}

function moment(at) {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  const form = isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' };
  return new Intl.DateTimeFormat(`${language}-u-nu-latn`, form).format(at);
}

// A page of a copy: nobody shall take its prices for today's.
const savedAt = Number(document.documentElement.dataset.saved);
if (told && savedAt) {
  const bar = say('saved', (piece) => {
    piece.querySelector('time').textContent = moment(savedAt);
    piece.querySelector('a').href = location.href;
  });
  document.querySelector('main').prepend(bar);
}

// A form is not sent into nothing: what was typed stays where it is.
document.addEventListener('submit', (event) => {
  if (!told || navigator.onLine || event.defaultPrevented) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  document.body.append(say('cut'));
}, true);
addEventListener('online', () => document.querySelector('[data-said="cut"]')?.remove());

async function listed(list) {
  const cache = await caches.open(KEPT_PAGES);
  const named = new Set();
  for (const request of (await cache.keys()).reverse()) {
    if (new URL(request.url).pathname === location.pathname) continue;
    const answer = await cache.match(request);
    const { title } = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (named.has(title)) continue;
    named.add(title);
    const item = list.querySelector('template').content.cloneNode(true);
    item.querySelector('a').href = request.url;
    item.querySelector('bdi').textContent = title.split(' · ')[0];
    item.querySelector('time').textContent = moment(Date.parse(answer.headers.get('Date')));
    list.append(item);
    list.closest('section').hidden = false;
  }
}

// Files come from the browser's own cache; a new build of the site brings new names.
async function keepShell() {
  const shell = await caches.open(SHELL);
  const sources = document.querySelectorAll('link[rel=stylesheet], script[src]');
  const mine = [...sources].map((each) => each.href || each.src).concat(told.dataset.icons);
  const known = await Promise.all([...mine, told.dataset.offline].map((each) => shell.match(each)));
  if (known.every(Boolean)) return;
  await Promise.all((await shell.keys()).filter(isOld(mine)).map((each) => shell.delete(each)));
  await shell.addAll([...mine, told.dataset.offline]);
}

function isOld(mine) {
  const now = new Set(mine.map((each) => new URL(each, location.href).href));
  return (request) => request.url.includes('/static/') && !now.has(request.url);
}

async function prepare() {
  const isFirst = !navigator.serviceWorker.controller;
  await navigator.serviceWorker.register('/worker.js', { updateViaCache: 'none' });
  await keepShell();
  if (!isFirst || savedAt || !('forAll' in told.dataset)) return;
  const answer = await fetch(location.href);
  if (answer.ok && answer.headers.has('Cache-Status')) {
    await (await caches.open(KEPT_PAGES)).put(location.href, answer);
  }
}

if (told && 'serviceWorker' in navigator && 'caches' in window) {
  const list = document.querySelector('[data-saved-pages]');
  if (list) listed(list).catch(() => {});
  addEventListener('load', () => setTimeout(() => prepare().catch(() => {}), 1500));
}
