// Passkeys: a form with data-passkey asks the device, puts its answer into the form and sends it.
// "make" makes one, "ask" asks for one; the challenge is in the form, or fetched where it says.
// Without scripts or on a device without passkeys, what needs them stays hidden.
const isAble = Boolean(globalThis.PublicKeyCredential && navigator.credentials && isSecureContext);

function bytes(text) {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function known(list = []) {
  return list.map((one) => ({ ...one, id: bytes(one.id) }));
}

async function made(options) {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: known(options.excludeCredentials),
  };
  const key = await navigator.credentials.create({ publicKey });
  return told(key, {
    attestationObject: text(key.response.attestationObject),
    transports: key.response.getTransports?.() ?? [],
  });
}

async function asked(options) {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: known(options.allowCredentials),
  };
  const key = await navigator.credentials.get({ publicKey });
  const { authenticatorData, signature, userHandle } = key.response;
  return told(key, {
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    userHandle: userHandle ? text(userHandle) : null,
  });
}

function told(key, response) {
  return {
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    clientExtensionResults: key.getClientExtensionResults(),
    response: { clientDataJSON: text(key.response.clientDataJSON), ...response },
  };
}

async function challenge(form) {
  if (form.dataset.challenge) return JSON.parse(form.dataset.challenge);
  const answer = await fetch(form.dataset.question, { method: 'POST' });
  if (!answer.ok) throw new Error(`the question was answered ${answer.status}`);
  return answer.json();
}

async function answer(form) {
  const { publicKey } = await challenge(form);
  const key = await (form.dataset.passkey === 'make' ? made(publicKey) : asked(publicKey));
  form.elements.passkey.value = JSON.stringify(key);
  form.submit();
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const part = form.closest('[data-passkey-part]') ?? form;
  part.hidden = !isAble;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const button = event.submitter;
    const failed = form.querySelector('[data-passkey-failed]');
    if (failed) failed.hidden = true;
    answer(form).catch(() => {
      button?.removeAttribute('aria-busy');
      if (failed) failed.hidden = false;
    });
  });
}
