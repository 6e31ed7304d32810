// Many rows at once: tick the page, tick a stretch with Shift, and always know how many.
for (const form of document.querySelectorAll('form[data-rows]')) {
  const picks = [...form.querySelectorAll('.pick')];
  const all = form.querySelector('[data-tick-all]');
  const whole = form.querySelector('[data-all]');
  const said = form.querySelector('[data-ticked]');
  let last = -1;
  if (!picks.length || !all) continue;
  all.closest('label').hidden = false;

  function tell() {
    const many = picks.filter((pick) => pick.checked).length;
    all.checked = many === picks.length;
    all.indeterminate = many > 0 && many < picks.length;
    said.textContent = many ? said.dataset.ticked.replace('{n}', many) : '';
    form.toggleAttribute('data-some', many > 0 || Boolean(whole?.checked));
  }

  all.addEventListener('change', () => {
    for (const pick of picks) pick.checked = all.checked;
    tell();
  });
  whole?.addEventListener('change', () => {
    for (const pick of picks) pick.checked = whole.checked;
    tell();
  });
  form.addEventListener('click', (event) => {
    const place = picks.indexOf(event.target);
    if (place < 0) return;
    if (event.shiftKey && last >= 0) {
      const [from, to] = place < last ? [place, last] : [last, place];
      for (const pick of picks.slice(from, to + 1)) pick.checked = event.target.checked;
    }
    last = place;
    tell();
  });
  form.addEventListener('change', (event) => {
    if (event.target.matches('.pick')) tell();
  });
  tell();
}
