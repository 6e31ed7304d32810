// What a form is going to do (data-reading) is read beside it while it is filled in, and goods that
// fit what is looked for (data-goods) are shown below their box; without scripts its button asks.
const PAUSE = 400;
const SHOWN = { reading: '[data-reading-shown]', goods: '[data-goods-shown]' };
const timers = {};
const latest = { reading: 0, goods: 0 };

async function ask(form, part) {
  latest[part] += 1;
  const mine = latest[part];
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      headers: { 'X-Part': part },
    });
    const told = await answer.text();
    if (mine !== latest[part] || answer.headers.get('X-Part') !== part) return;
    form.querySelector(SHOWN[part]).innerHTML = told;
  } catch {
    // The button still asks.
  }
}

document.addEventListener('input', (event) => {
  const form = event.target.closest('form[data-reading]');
  if (!form) return;
  const isGoods = event.target.type === 'search' && event.target.closest('[data-goods]');
  const part = isGoods ? 'goods' : 'reading';
  clearTimeout(timers[part]);
  timers[part] = setTimeout(ask, PAUSE, form, part);
});
