// Passkeys: the browser's own ceremony between our form and our server. Signing in by a link in a mail needs none of this.

const bytes = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

async function ask(form, address, body) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-XSRF-TOKEN": form.elements._csrf.value },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

const known = list => (list ?? []).map(credential => ({ ...credential, id: bytes(credential.id) }));

async function signIn(form) {
  const options = await ask(form, "/webauthn/authenticate/options");
  const found = await navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: known(options.allowCredentials) },
  });
  await ask(form, "/login/webauthn", {
    id: found.id,
    rawId: text(found.rawId),
    response: {
      authenticatorData: text(found.response.authenticatorData),
      clientDataJSON: text(found.response.clientDataJSON),
      signature: text(found.response.signature),
      userHandle: found.response.userHandle ? text(found.response.userHandle) : undefined,
    },
    credType: found.type,
    clientExtensionResults: found.getClientExtensionResults(),
    authenticatorAttachment: found.authenticatorAttachment,
  });
  location.assign(form.dataset.back);
}

// The device shows the person's name and address beside the passkey; the server knows the account by its id.
async function add(form) {
  const options = await ask(form, "/webauthn/register/options");
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      user: { id: bytes(options.user.id), name: form.dataset.email, displayName: form.dataset.name },
      challenge: bytes(options.challenge),
      excludeCredentials: known(options.excludeCredentials),
    },
  });
  await ask(form, "/webauthn/register", {
    publicKey: {
      label: form.elements.label.value.trim() || form.dataset.label,
      credential: {
        id: made.id,
        rawId: text(made.rawId),
        response: {
          attestationObject: text(made.response.attestationObject),
          clientDataJSON: text(made.response.clientDataJSON),
          transports: made.response.getTransports?.() ?? [],
        },
        type: made.type,
        clientExtensionResults: made.getClientExtensionResults(),
        authenticatorAttachment: made.authenticatorAttachment,
      },
    },
  });
  location.assign("/account?added#passkeys");
}

for (const [selector, deed] of [["form[data-passkey-sign-in]", signIn], ["form[data-passkey-add]", add]]) {
  for (const form of document.querySelectorAll(selector)) {
    form.addEventListener("submit", event => event.preventDefault());
    if (!window.PublicKeyCredential) continue;
    for (const part of form.querySelectorAll("[data-needs-script]")) part.hidden = false;
    for (const part of form.querySelectorAll("[data-without-script]")) part.hidden = true;
    const problem = form.querySelector("[data-problem]");
    form.addEventListener("submit", async () => {
      problem.hidden = true;
      try {
        await deed(form);
      } catch (refused) {
        problem.textContent = form.dataset.failed;
        problem.hidden = false;
        console.warn(refused);
      }
    });
  }
}
