// A form or link with data-part asks the server for a piece of a page and shows it as a dialog: the
// cart at the side after something was put in, the days to a city. Without scripts each leads to
// the page that says the same.
let sheet;

function opened(html) {
  sheet ??= document.body.appendChild(
    Object.assign(document.createElement('dialog'), { className: 'dialog side' }),
  );
  sheet.innerHTML = html;
  sheet.setAttribute('aria-labelledby', 'part-title');
  if (!sheet.open) sheet.showModal();
  sheet.querySelector('[data-first]')?.focus();
  count(sheet.querySelector('[data-pieces]')?.dataset);
}

// How many pieces are in the cart stands in the masthead, too.
function count(told) {
  const cart = document.querySelector('.masthead [data-cart]');
  if (!told || !cart) return;
  cart.setAttribute('aria-label', told.label);
  cart.querySelector('.dot-count')?.remove();
  if (Number(told.pieces) < 1) return;
  const dot = Object.assign(document.createElement('span'), { className: 'dot-count' });
  dot.setAttribute('aria-hidden', 'true');
  dot.textContent = told.pieces;
  cart.append(dot);
}

// A part that is read has an address of its own, so that caches never mistake it for its page.
async function part(address, wanted, options) {
  const whole = new URL(address, location.href);
  if (!options) whole.searchParams.set('part', wanted);
  const answer = await fetch(whole, { ...options, headers: { 'X-Part': wanted } });
  return answer.headers.get('X-Part') === wanted ? answer.text() : null;
}

function askedBy(form, submitter) {
  const said = new URLSearchParams(new FormData(form, submitter));
  return form.method === 'post'
    ? [form.action, { method: 'POST', body: said }]
    : [`${form.action.split('?')[0]}?${said}`];
}

document.addEventListener('submit', async (event) => {
  const form = event.target.closest('form[data-part]');
  const button = event.submitter;
  if (!form || button?.hasAttribute('data-whole')) return;
  event.preventDefault();
  if (button?.getAttribute('aria-busy') === 'true') return;
  button?.setAttribute('aria-busy', 'true');
  const [address, options] = askedBy(form, button);
  try {
    const html = await part(address, form.dataset.part, options);
    if (html === null) form.submit();
    else opened(html);
  } catch {
    // Nobody can tell whether it arrived: the page that says so is one press away.
    document.dispatchEvent(new CustomEvent('cut-off'));
  } finally {
    button?.removeAttribute('aria-busy');
  }
});

document.addEventListener('click', async (event) => {
  const link = event.target.closest('a[data-part]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  link.setAttribute('aria-busy', 'true');
  try {
    const html = await part(link.href, link.dataset.part);
    if (html === null) location.assign(link.href);
    else opened(html);
  } catch {
    location.assign(link.href);
  } finally {
    link.removeAttribute('aria-busy');
  }
});

// The days to the city that was chosen before stand on every product's page.
const CITY = 'city';
document.addEventListener('change', (event) => {
  if (!event.target.matches('[data-city]')) return;
  try {
    localStorage.setItem(CITY, event.target.value);
  } catch {
    // Then he chooses it again.
  }
  event.target.form.requestSubmit();
});

async function promise() {
  const line = document.querySelector('[data-promise]');
  const city = line && localStorage.getItem(CITY);
  if (!city) return;
  const address = new URL(line.dataset.promise, location.href);
  address.searchParams.set('city', city);
  const html = await part(address, 'promise');
  if (html) line.innerHTML = html;
}

document.addEventListener('close', (event) => event.target === sheet && promise().catch(() => {}), true);
promise().catch(() => {});
