// A press on "helpful" (data-vote) changes its button in place; once.js keeps a second one from
// counting. Without scripts, and where the answer is another page (to sign in, or why not), the form
// is sent as it stands.
document.addEventListener('submit', async (event) => {
  const form = event.target.closest('form[data-vote]');
  if (!form || event.defaultPrevented) return;
  event.preventDefault();
  try {
    const body = new URLSearchParams(new FormData(form));
    const headers = { 'X-Part': 'helpful' };
    const answer = await fetch(form.action, { method: 'POST', body, headers, redirect: 'manual' });
    if (answer.headers.get('X-Part') !== 'helpful') {
      form.submit();
      return;
    }
    const made = document.createRange().createContextualFragment(await answer.text());
    const again = made.querySelector('button');
    form.replaceWith(made);
    again.focus();
  } catch {
    document.dispatchEvent(new CustomEvent('cut-off'));
    event.submitter.removeAttribute('aria-busy');
  }
});
