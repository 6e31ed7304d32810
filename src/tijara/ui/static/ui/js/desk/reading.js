// What a form is going to do (data-reading) is read beside it while it is filled in; without scripts
// its button asks.
const PAUSE = 400;
let timer = 0;
let latest = 0;

async function read(form) {
  latest += 1;
  const mine = latest;
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      headers: { 'X-Part': 'reading' },
    });
    const told = await answer.text();
    if (mine !== latest || answer.headers.get('X-Part') !== 'reading') return;
    form.querySelector('[data-reading-shown]').innerHTML = told;
  } catch {
    // The button still asks.
  }
}

document.addEventListener('input', (event) => {
  const form = event.target.closest('form[data-reading]');
  if (!form) return;
  clearTimeout(timer);
  timer = setTimeout(read, PAUSE, form);
});
