// A strip of tabs or pages that is wider than the phone shows where one is.
for (const here of document.querySelectorAll('.sidebar a[aria-current], .tabs > [aria-current]')) {
  const strip = here.closest('.sidebar > div, .tabs');
  const [mine, shown] = [here.getBoundingClientRect(), strip.getBoundingClientRect()];
  if (mine.left < shown.left || mine.right > shown.right) {
    strip.scrollLeft += mine.left + mine.width / 2 - shown.left - shown.width / 2;
  }
}
