// The service worker: pages of the catalogue that were visited can be read without a network, and
// whatever else is asked for without one gets a page that says so. Nothing private is kept: only
// what the server sends to everybody. A page that is shown from here says when it was saved.
const PAGES = 'pages-1';
const FILES = 'files-1';
const SHELL = 'shell-1';
const MOST = { [PAGES]: 60, [FILES]: 240, [SHELL]: Infinity };
const START = /^(?:\/(?!(?:en|fr|ui)(?:\/|$))[a-z]{2}(?:-[a-z0-9]+)*(?=\/|$))?(?:\/(?:en|fr)(?=\/|$))?/;
const CATALOGUE = /^\/?(?:c\/.*|p\/[^/]+|s\/[^/]+|search|about|returns|terms|privacy|offline)?$/;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(tidied().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== location.origin) return;
  if (request.method === 'POST' && /\/account\/sign-(?:in|out)/.test(address.pathname)) {
    event.waitUntil(caches.delete(PAGES));
  }
  if (request.mode === 'navigate') event.respondWith(page(event, address));
  else if (request.method === 'GET' && isFile(address)) event.respondWith(file(event, address));
});

function isFile(address) {
  return /^\/(?:static|media|ui\/look|ui\/mark)\//.test(address.pathname);
}

// The network goes first: a price from yesterday is shown only where there is none from today.
async function page(event, address) {
  const { request } = event;
  try {
    const answer = await fetch(request);
    if (request.method === 'GET' && isForAll(answer, address)) {
      event.waitUntil(keep(PAGES, request, answer.clone()));
    }
    return answer;
  } catch {
    if (request.method === 'POST') return form(request, address);
    return (await saved(request)) || offline(address);
  }
}

// Who goes back to the answer of a form gets the form: no browser sends it again by itself.
async function form(request, address) {
  try {
    if (!request.isHistoryNavigation) return offline(address);
    const { body, status, headers } = await fetch(address.href);
    return new Response(body, { status, headers });
  } catch {
    return offline(address);
  }
}

function isForAll(answer, address) {
  const path = address.pathname.replace(START, '');
  return answer.status === 200 && answer.headers.has('Cache-Status') && CATALOGUE.test(path);
}

// A file's address changes with what is in it, so what is kept is never old.
async function file(event, address) {
  const kept = await caches.match(address.href);
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.status === 200) event.waitUntil(keep(FILES, address.href, answer.clone()));
  return answer;
}

async function keep(name, request, answer) {
  const cache = await caches.open(name);
  await cache.delete(request);
  await cache.put(request, answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST[name])).map((key) => cache.delete(key)));
}

// The page's script reads the moment and says it; see offline.js.
async function saved(request) {
  const kept = await (await caches.open(PAGES)).match(request, { ignoreVary: true });
  if (!kept) return null;
  const text = await kept.text();
  const at = Date.parse(kept.headers.get('Date')) || 0;
  return answerOf(text.replace('<html ', `<html data-saved="${at}" `), 200);
}

async function offline(address) {
  const cache = await caches.open(SHELL);
  const own = address.pathname.match(START)[0];
  const kept = (await cache.match(`${own}/offline`)) ?? (await cache.match('/offline'));
  return kept ? answerOf(await kept.text(), 503) : Response.error();
}

function answerOf(text, status) {
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
      + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'",
  };
  return new Response(text, { status, headers });
}

async function tidied() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => !(name in MOST)).map((name) => caches.delete(name)));
}
