// A press on "helpful" (data-vote) changes its button in place. Without scripts, and where the answer
// is another page (to sign in, or why not), the form is sent as it stands.
document.addEventListener('submit', async (event) => {
  const form = event.target.closest('form[data-vote]');
  if (!form) return;
  event.preventDefault();
  const button = event.submitter;
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  try {
    const body = new URLSearchParams(new FormData(form));
    const options = { method: 'POST', body, headers: { 'X-Part': 'helpful' }, redirect: 'manual' };
    const answer = await fetch(form.action, options);
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
  } finally {
    button.removeAttribute('aria-busy');
  }
});
