// A strip of tabs or pages that is wider than the phone shows where one is.
for (const here of document.querySelectorAll('.tabs > [aria-current], .shopnav a[aria-current]')) {
  const strip = here.closest('.tabs, .shopnav > .wrap');
  const [mine, shown] = [here.getBoundingClientRect(), strip.getBoundingClientRect()];
  if (mine.left < shown.left || mine.right > shown.right) {
    strip.scrollLeft += mine.left + mine.width / 2 - shown.left - shown.width / 2;
  }
}

// What the keyboard reaches in a strip is brought into it whole.
document.addEventListener('focusin', (event) => {
  if (event.target.closest('.shopnav, .shelf, .tabs, .gallery > .strip')) {
    event.target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
});
