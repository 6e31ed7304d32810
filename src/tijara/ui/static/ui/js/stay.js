// A choice that loads the page anew (data-stay: a variant, a filter, a quantity) leaves the reader
// where he was: at the same height, with the same control in hand.
const KEPT = 'stay';
const SECONDS = 20;

function name(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element.name && element.value) {
    return `[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
  }
  const group = element.closest('[data-stay][id], [data-stay] [id]');
  return group ? `#${CSS.escape(group.id)} [aria-current]` : '';
}

function keep(element) {
  const place = { path: location.pathname, top: scrollY, focus: name(element), at: Date.now() };
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(place));
  } catch {
    // Without storage the page begins at its top.
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-stay] a[href]');
  if (link && new URL(link.href).pathname === location.pathname) keep(link);
});

document.addEventListener('submit', (event) => {
  if (event.target.closest('[data-stay]') && !event.defaultPrevented) {
    keep(event.submitter ?? document.activeElement);
  }
});

function kept() {
  try {
    const place = JSON.parse(sessionStorage.getItem(KEPT));
    sessionStorage.removeItem(KEPT);
    const isFresh = place && Date.now() - place.at < SECONDS * 1000;
    return isFresh && place.path === location.pathname ? place : null;
  } catch {
    return null;
  }
}

const place = kept();
if (place) {
  scrollTo({ top: place.top, behavior: 'instant' });
  if (place.focus) document.querySelector(place.focus)?.focus({ preventScroll: true });
}
