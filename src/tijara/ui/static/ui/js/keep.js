// A form that takes long to fill in (data-keep) survives a reload, a closed tab and a cut network:
// what is typed stays on the device for a day, and goes when the form has done its work.
const DAY = 24 * 3600 * 1000;
const PATIENCE = 25000;
// A code is tried, not kept: brought back, it would undo that it was taken off.
const TRIED = '[data-kept] input:not([type=hidden])';
const TYPED = `input:not([type=hidden], [type=radio], [type=search], ${TRIED}), select, textarea`;

function keyOf(form) {
  return `kept:${form.dataset.keep}`;
}

function fields(form) {
  return [...form.querySelectorAll(TYPED)].filter((field) => field.name);
}

function saidIn(field) {
  return field.type === 'checkbox' && !field.checked ? '' : field.value;
}

function keep(form) {
  const said = Object.fromEntries(fields(form).map((field) => [field.name, saidIn(field)]));
  try {
    localStorage.setItem(keyOf(form), JSON.stringify({ said, at: Date.now() }));
  } catch {
    // Without storage it is as it always was.
  }
}

function bringBack(form) {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(form)));
    if (!kept || Date.now() - kept.at > DAY) return;
    for (const field of fields(form)) {
      const said = kept.said[field.name];
      if (!said || saidIn(field)) continue;
      if (field.type === 'checkbox') field.checked = true;
      else field.value = said;
      field.closest('details')?.setAttribute('open', '');
    }
  } catch {
    localStorage.removeItem(keyOf(form));
  }
}

// The order is asked for in the background, so that a lost connection is told beside the form. To
// ask twice is safe: the form's id makes it count once.
async function send(form, button) {
  const cut = form.querySelector('[data-cut]');
  cut.hidden = true;
  button?.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      headers: { 'X-Part': 'next' },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.headers.get('X-Part') !== 'next') {
      form.submit();
      return;
    }
    localStorage.removeItem(keyOf(form));
    location.assign(await answer.text());
  } catch {
    button?.removeAttribute('aria-busy');
    cut.hidden = false;
    cut.querySelector('button').focus();
  }
}

for (const form of document.querySelectorAll('form[data-keep]')) {
  bringBack(form);
  form.addEventListener('input', () => keep(form));
  form.addEventListener('submit', (event) => {
    keep(form);
    // A button with a name (a code is tried, a promotion left out) does not order: it is sent as it
    // stands, or its name would be lost and the order placed.
    if (event.submitter?.name || event.submitter?.hasAttribute('data-reprices')) return;
    // Nor is it asked for while a code waits to be tried: the answer is this form with it.
    if ([...form.querySelectorAll(TRIED)].some((field) => field.value.trim())) return;
    event.preventDefault();
    if (event.submitter?.getAttribute('aria-busy') === 'true') return;
    send(form, event.submitter);
  });
}
