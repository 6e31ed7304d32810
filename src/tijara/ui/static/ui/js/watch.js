// What is under way (data-watch) is looked at again every second, or every data-every of them, until it
// is over.
const PAUSE = 1000;
const LONGEST_PAUSE = 15000;
let pause = PAUSE;

function rest(watched) {
  return Number(watched?.dataset.every || 1) * PAUSE;
}

async function look() {
  const watched = document.querySelector('[data-watch]');
  if (!watched) return;
  if (!document.hidden) {
    try {
      const answer = await fetch(watched.dataset.watch, { headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('[data-watch]');
      if (answer.ok && !fresh) {
        location.assign(watched.dataset.watch);
        return;
      }
      if (fresh) watched.replaceWith(fresh);
      pause = rest(fresh);
    } catch {
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }
  setTimeout(look, pause);
}

setTimeout(look, rest(document.querySelector('[data-watch]')));

// The names of chosen files stand where the invitation was.
document.addEventListener('change', (event) => {
  const chosen = event.target.closest('.upload')?.querySelector('b');
  if (chosen && event.target.files?.length) {
    chosen.dir = 'auto';
    chosen.textContent = [...event.target.files].map((file) => file.name).join(' · ');
  }
});
