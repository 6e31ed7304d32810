// The time until a moment (data-until), counted by the server's clock (data-now), not by this device's.
// When it is over the page is asked for anew, some sooner and some later, so that not all ask at once.
const counted = [...document.querySelectorAll('[data-until]')];
const began = performance.now();
const SPREAD = 1500;

function told(seconds) {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function count() {
  for (const place of counted) {
    const whole = Date.parse(place.dataset.until) - Date.parse(place.dataset.now);
    const left = Math.max(0, Math.ceil((whole - (performance.now() - began)) / 1000));
    place.textContent = told(left);
    if (!left) {
      clearInterval(counting);
      setTimeout(() => location.reload(), 500 + Math.random() * SPREAD);
    }
  }
}

const counting = counted.length ? setInterval(count, 1000) : 0;
