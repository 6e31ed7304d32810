// The next page is begun while a pointer rests on its link, or a finger touches it. Only pages that
// are the same for everybody; never where data is dear, nor once there is a cart, whose number
// stands on each page: what was begun before it is asked for anew.
const REST = 90;
const MOST = 8;
const PUBLIC = /^(?:\/[a-z]{2}){0,2}\/(?:[cps]\/.+)?$/;
const KEPT = 'ahead';
const cart = document.querySelector('.masthead [data-cart]');
const begun = new Set(read());
let resting;

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT)) ?? [];
  } catch {
    return [];
  }
}

function write() {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify([...begun]));
  } catch {
    // Then they are forgotten with this page.
  }
}

function isDear() {
  const { saveData, effectiveType } = navigator.connection ?? {};
  return saveData || /2g|3g/.test(effectiveType) || matchMedia('(prefers-reduced-data: reduce)').matches;
}

function hasCart() {
  return Boolean(cart?.querySelector('.dot-count'));
}

function begin(link) {
  if (!link || begun.size >= MOST || isDear() || hasCart()) return;
  const address = new URL(link.href, location.href);
  address.hash = '';
  const isHere = address.pathname === location.pathname && address.search === location.search;
  // What was opened after a search is counted where it is asked for: it must be asked for then.
  if (address.searchParams.has('of')) return;
  if (isHere || address.origin !== location.origin || !PUBLIC.test(address.pathname)) return;
  if (begun.has(address.href)) return;
  begun.add(address.href);
  write();
  document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: address.href }));
}

function freshen() {
  if (!begun.size || !hasCart()) return;
  for (const address of begun) fetch(address, { cache: 'reload', priority: 'low' }).catch(() => {});
  begun.clear();
  write();
}

if (cart) {
  // Chromium keeps what was begun for five minutes; what a page before this one began counts.
  freshen();
  new MutationObserver(freshen).observe(cart, { childList: true, subtree: true });
  document.addEventListener('pointerover', (event) => {
    clearTimeout(resting);
    if (event.pointerType !== 'mouse') return;
    const link = event.target.closest('a[href]');
    if (link) resting = setTimeout(begin, REST, link);
  });
  document.addEventListener('pointerdown', (event) => {
    if (event.button === 0) begin(event.target.closest('a[href]'));
  });
}
