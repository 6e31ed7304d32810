// A product's pictures: the thumb of the one that is shown is marked, arrows go on, a press enlarges.
// Without scripts the strip is scrolled, thumbs are anchors and a press opens the file.
function gallery(box) {
  const strip = box.querySelector('.strip');
  const frames = [...strip.children];
  const thumbs = [...box.querySelectorAll('.thumbs > a')];
  const told = box.querySelector('[data-told]');
  const zoom = box.querySelector('dialog');
  const large = zoom?.querySelector('img');
  let at = 0;

  function shown(place) {
    at = place;
    thumbs.forEach((thumb, each) => {
      if (each === place) thumb.setAttribute('aria-current', 'true');
      else thumb.removeAttribute('aria-current');
    });
    if (told) told.textContent = `${place + 1} / ${frames.length}`;
  }

  // by where the strip stands: a page that is laid out anew tells of frames in any order
  function nearest() {
    const from = frames[0].offsetLeft + strip.scrollLeft;
    const away = frames.map((each) => Math.abs(each.offsetLeft - from));
    return away.indexOf(Math.min(...away));
  }

  function go(place) {
    const next = (place + frames.length) % frames.length;
    strip.scrollTo({ left: frames[next].offsetLeft - frames[0].offsetLeft });
    shown(next);
    if (zoom?.open) enlarge(next);
  }

  function enlarge(place) {
    const small = frames[place].querySelector('img');
    zoom.classList.remove('in');
    large.src = frames[place].href;
    large.alt = small.alt;
    if (!zoom.open) zoom.showModal();
  }

  function steps(event) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const isRtl = getComputedStyle(strip).direction === 'rtl';
    go(at + ((event.key === 'ArrowLeft') === isRtl ? 1 : -1));
    if (!zoom?.open) frames[at].focus({ preventScroll: true });
  }

  const seen = new IntersectionObserver(
    (entries) => {
      if (entries.some((each) => each.isIntersecting) && !zoom?.open) shown(nearest());
    },
    { root: strip, threshold: 0.6 },
  );
  for (const frame of frames) seen.observe(frame);
  for (const [place, thumb] of thumbs.entries()) {
    thumb.addEventListener('click', (event) => {
      event.preventDefault();
      go(place);
    });
  }
  strip.addEventListener('keydown', steps);
  if (!zoom) return;
  strip.addEventListener('click', (event) => {
    const frame = event.target.closest('a');
    if (!frame || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    enlarge(frames.indexOf(frame));
  });
  zoom.addEventListener('keydown', steps);
  zoom.addEventListener('click', (event) => {
    const by = event.target.closest('[data-go]')?.dataset.go;
    if (by) go(at + Number(by));
    else if (event.target === large) zoom.classList.toggle('in');
  });
}

for (const box of document.querySelectorAll('[data-gallery]')) gallery(box);
