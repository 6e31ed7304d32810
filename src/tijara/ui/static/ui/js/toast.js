// A message leaves by itself, unless somebody is on it; one that asks for something stays longer.
const STAYS = { good: 6000, info: 6000 };
const LONGEST = 20000;
for (const toast of document.querySelectorAll('.toasts > .toast')) {
  const stays = STAYS[toast.dataset.tone] ?? LONGEST;
  setTimeout(function leave() {
    if (toast.matches(':hover, :focus-within')) setTimeout(leave, stays);
    else toast.remove();
  }, stays);
}
