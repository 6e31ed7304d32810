// Hearts are drawn for nobody. Those of what this reader keeps are filled here: what that is, is asked
// once for each change, of which a cookie tells, and remembered on the device.
const HEARTS = 'hearts';
const FORMS = 'form[data-heart]';

function change() {
  return document.cookie.match(/(?:^|; )hearts=(\w+)/)?.[1] ?? '';
}

function known() {
  try {
    const kept = JSON.parse(localStorage.getItem(HEARTS)) ?? {};
    return kept.change === change() ? kept.slugs : null;
  } catch {
    return null;
  }
}

function remember(slugs) {
  try {
    localStorage.setItem(HEARTS, JSON.stringify({ change: change(), slugs }));
  } catch {
    // Then it is asked again.
  }
}

async function ask() {
  const answer = await fetch(`${document.querySelector(FORMS).action}?part=hearts`);
  const { slugs } = await answer.json();
  remember(slugs);
  return slugs;
}

function fill(slugs, within = document) {
  for (const button of within.querySelectorAll(`${FORMS} > button`)) {
    const keeps = slugs.includes(button.value);
    button.name = keeps ? 'drop' : 'keep';
    button.setAttribute('aria-pressed', String(keeps));
  }
}

async function show(within) {
  if (!document.querySelector(FORMS)) return;
  fill(change() ? (known() ?? (await ask())) : [], within);
}

document.addEventListener('submit', async (event) => {
  const form = event.target.closest(FORMS);
  if (!form) return;
  event.preventDefault();
  const { name, value } = event.submitter;
  try {
    const body = new URLSearchParams({ [name]: value });
    const answer = await fetch(form.action, { method: 'POST', body, headers: { 'X-Part': 'hearts' } });
    if (!answer.ok) throw new Error();
    const { slugs } = await answer.json();
    remember(slugs);
    fill(slugs);
  } catch {
    document.dispatchEvent(new CustomEvent('cut-off'));
  } finally {
    event.submitter.removeAttribute('aria-busy');
  }
});

// Cards that come later (what was looked at, a shelf's next page) are filled too.
new MutationObserver((changes) => {
  const came = changes.flatMap((one) => [...one.addedNodes]);
  if (came.some((node) => node.querySelector?.(FORMS))) show().catch(() => {});
}).observe(document.body, { childList: true, subtree: true });
addEventListener('pageshow', () => show().catch(() => {}));
