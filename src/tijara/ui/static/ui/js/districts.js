// The field of a district suggests those of the city that is chosen, where they are known.
for (const list of document.querySelectorAll('[data-districts]')) {
  const city = document.querySelector('select[name="city"]');
  city?.addEventListener('change', async () => {
    list.replaceChildren();
    if (!city.value) return;
    const asked = city.value;
    const address = `${list.dataset.districts}?city=${encodeURIComponent(asked)}`;
    try {
      const { names } = await (await fetch(address)).json();
      if (asked === city.value) list.replaceChildren(...names.map((name) => new Option(name, name)));
    } catch {
      // Without the list he writes it as he always could.
    }
  });
}
