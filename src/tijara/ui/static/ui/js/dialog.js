// A link to #id of a <dialog> opens it as one; without scripts the link leads to the page it names.
document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-dialog]');
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog) {
    event.preventDefault();
    dialog.showModal();
    return;
  }
  const closer = event.target.closest('dialog [data-close]');
  if (closer) {
    event.preventDefault();
    closer.closest('dialog').close();
    return;
  }
  if (event.target.matches('dialog')) event.target.close();
});
