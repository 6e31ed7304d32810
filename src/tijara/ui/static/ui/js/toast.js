// A message leaves by itself, unless somebody is on it.
const STAYS = 6000;
for (const toast of document.querySelectorAll('.toasts > .toast')) {
  setTimeout(function leave() {
    if (toast.matches(':hover, :focus-within')) setTimeout(leave, STAYS);
    else toast.remove();
  }, STAYS);
}
