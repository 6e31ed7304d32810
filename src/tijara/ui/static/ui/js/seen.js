// What was looked at lately is remembered on the device alone, and drawn by the pages that ask.
const KEPT = 'seen';
const MOST = 12;

function seen() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? [];
  } catch {
    return [];
  }
}

const looked = document.querySelector('[data-seen]')?.dataset.seen;
const before = seen().filter((each) => each !== looked);
if (looked) {
  try {
    localStorage.setItem(KEPT, JSON.stringify([looked, ...before].slice(0, MOST)));
  } catch {
    // Then it is not remembered.
  }
}

// Whoever copies the address hands on the page, and not what was searched for.
const here = new URL(location.href);
if (looked && here.searchParams.has('of')) {
  here.searchParams.delete('of');
  history.replaceState(history.state, '', here);
}

async function draw(section) {
  const address = `${section.dataset.seenShelf}?${new URLSearchParams({ of: before.join(',') })}`;
  const answer = await fetch(address);
  const html = answer.ok ? await answer.text() : '';
  if (!html.trim()) return;
  section.querySelector('[data-cards]').innerHTML = html;
  section.hidden = false;
}

const section = document.querySelector('[data-seen-shelf]');
if (section && before.length) draw(section).catch(() => {});
section?.querySelector('[data-forget-seen]')?.addEventListener('click', () => {
  localStorage.removeItem(KEPT);
  section.hidden = true;
});
