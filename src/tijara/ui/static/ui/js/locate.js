// Where the browser can tell its place, a button writes it into the field; typing and pasting do without.
for (const button of document.querySelectorAll('[data-locate]')) {
  if (!navigator.geolocation) continue;
  const field = document.getElementById(button.dataset.locate);
  const status = button.parentElement.querySelector('[data-located]');
  button.hidden = false;
  button.addEventListener('click', () => {
    button.setAttribute('aria-busy', 'true');
    status.textContent = '';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        button.removeAttribute('aria-busy');
        field.value = `${coords.latitude.toFixed(5)},${coords.longitude.toFixed(5)}`;
        field.focus();
      },
      () => {
        button.removeAttribute('aria-busy');
        status.textContent = button.dataset.denied;
      },
      { enableHighAccuracy: true, timeout: 15000 },
    );
  });
}
