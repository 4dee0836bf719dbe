// Comfort only: every page works without this file.

const root = document.documentElement;

// Light or dark without a reload; the link itself does the same with one.
for (const link of document.querySelectorAll("[data-theme-choice]")) {
  link.addEventListener("click", event => {
    event.preventDefault();
    const choice = link.dataset.themeChoice;
    if (choice === "auto") root.removeAttribute("data-theme");
    else root.dataset.theme = choice;
    fetch(link.href, { redirect: "manual" });
    for (const other of document.querySelectorAll("[data-theme-choice]")) {
      if (other.dataset.themeChoice === choice) other.setAttribute("aria-current", "true");
      else other.removeAttribute("aria-current");
    }
    link.closest("details.drop")?.removeAttribute("open");
  });
}

// A menu closes when one leaves it or presses Escape.
for (const menu of document.querySelectorAll("details.drop, details.head-menu")) {
  menu.addEventListener("focusout", event => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
  menu.addEventListener("keydown", event => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
document.addEventListener("click", event => {
  for (const menu of document.querySelectorAll("details.drop[open]")) if (!menu.contains(event.target)) menu.open = false;
});

// "/" goes to the search field, as its hint says; for whoever works here it opens the palette, as Ctrl K does everywhere.
const worksHere = document.body.classList.contains("work-page") && "palette" in document.body.dataset;
let palette = null;
const openPalette = () => {
  if (!palette) {
    palette = document.createElement("dialog");
    palette.className = "palette";
    palette.setAttribute("aria-label", document.body.dataset.palette);
    palette.innerHTML = `<input class="input" type="search" autocomplete="off" maxlength="200"><div class="found"></div>`;
    document.body.append(palette);
    const input = palette.querySelector("input");
    const found = palette.querySelector(".found");
    input.setAttribute("aria-label", document.body.dataset.palette);
    input.placeholder = document.body.dataset.palette;
    const find = async () => {
      const asked = input.value;
      const answer = await fetch("/palette?" + new URLSearchParams({ q: asked }));
      if (!answer.ok || input.value !== asked) return;
      found.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes);
    };
    let later;
    input.addEventListener("input", () => {
      clearTimeout(later);
      later = setTimeout(find, 120);
    });
    palette.addEventListener("keydown", event => {
      const links = [...found.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      if (event.key === "ArrowDown") (links[at + 1] ?? links[0])?.focus();
      else if (event.key === "ArrowUp") (at > 0 ? links[at - 1] : input).focus();
      else if (event.key === "Enter" && document.activeElement === input) links[0]?.click();
      else return;
      event.preventDefault();
    });
    palette.addEventListener("click", event => event.target === palette && palette.close());
    find();
  }
  palette.showModal();
  palette.querySelector("input").select();
};
document.addEventListener("keydown", event => {
  const byKey = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (worksHere && byKey) {
    event.preventDefault();
    return openPalette();
  }
  if (event.key !== "/" || event.target.closest("input, textarea, select, [contenteditable]")) return;
  const search = document.querySelector(".head-search input");
  if (worksHere) {
    event.preventDefault();
    openPalette();
  } else if (search?.offsetParent) {
    event.preventDefault();
    search.focus();
  }
});

// A button that asks first opens its dialog; without scripts its link leads to a page with the same question.
document.addEventListener("click", event => {
  const opener = event.target.closest("[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog?.showModal) {
    event.preventDefault();
    dialog.showModal();
  }
});

// A form on its way is not sent again; it is ready once more where the answer fails to come, or the reader comes back.
const ready = form => {
  delete form.dataset.sending;
  for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
};
document.addEventListener("submit", event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if ("sending" in form.dataset) return event.preventDefault();
  form.dataset.sending = "";
  event.submitter?.setAttribute("aria-disabled", "true");
  setTimeout(ready, form.enctype === "multipart/form-data" ? 120_000 : 20_000, form); // a file is sent, waits and is read
});
addEventListener("pageshow", () => document.querySelectorAll("[data-sending]").forEach(ready));

// A tick in the head of a table ticks its rows; the bar counts them.
for (const all of document.querySelectorAll("[data-select-all]")) {
  const table = all.closest("table");
  const boxes = () => [...table.querySelectorAll("tbody .select")];
  const count = () => {
    const chosen = boxes().filter(box => box.checked).length;
    all.checked = chosen > 0 && chosen === boxes().length;
    all.indeterminate = chosen > 0 && !all.checked;
    for (const place of table.closest("form")?.querySelectorAll("[data-selected]") ?? []) {
      place.textContent = chosen;
      place.closest(".bulk")?.classList.toggle("some", chosen > 0);
    }
  };
  all.hidden = false;
  all.addEventListener("change", () => {
    for (const box of boxes()) box.checked = all.checked;
    count();
  });
  table.addEventListener("change", count);
  count();
}

// Pointing at one line, or at its entry in a legend or list, dims the others.
for (const drawing of document.querySelectorAll("[data-lines]")) {
  const scope = drawing.closest("[data-lines-scope]") ?? drawing;
  const dim = lines => {
    for (const part of drawing.querySelectorAll("[data-line]")) {
      const meant = lines !== null && part.dataset.line.split(" ").some(line => lines.includes(line));
      part.classList.toggle("dim", lines !== null && !meant);
      part.classList.toggle("lit", meant);
    }
  };
  // What has the keyboard wins over what is under the pointer.
  const show = pointed => {
    const part = scope.querySelector("[data-line]:focus-visible, [data-line]:has(:focus-visible)") ?? pointed;
    dim((part?.dataset.focus ?? part?.dataset.line)?.split(" ") ?? null);
  };
  for (const type of ["pointerover", "focusin"]) scope.addEventListener(type, event => show(event.target.closest("[data-line]")));
  for (const type of ["pointerleave", "focusout"]) scope.addEventListener(type, () => show(null));
}

// Work under way is followed to its end; without scripts one looks again by the link.
const follow = async () => {
  const answer = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-follow]");
  if (!fresh) return location.reload();
  document.querySelector("[data-follow]").replaceChildren(...fresh.childNodes);
  setTimeout(follow, 2000);
};
if (document.querySelector("[data-follow]")) setTimeout(follow, 2000);

// A date is read back while one types; the calendar beside it types a day.
for (const field of document.querySelectorAll("[data-date]")) {
  const typed = field.querySelector("input.date");
  const understood = field.querySelector(".understood");
  const picker = field.querySelector("input.pick");
  const read = async text => {
    typed.value = text;
    const asked = new URLSearchParams({ typed: text, name: typed.name, extent: field.dataset.date });
    const answer = await fetch("/dates/read?" + asked);
    if (!answer.ok || typed.value !== text) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    understood.replaceChildren(...page.body.childNodes);
  };
  typed.addEventListener("change", () => read(typed.value));
  understood.addEventListener("change", event => read(event.target.value));
  picker.addEventListener("change", () => picker.value && read(picker.value));
  picker.hidden = false;
}

// Leaving a form that was typed into warns; what was typed is kept for whoever is signed in, and offered when they come back.
const fieldsOf = form => [...form.elements].filter(field => field.name && !["_csrf", "once"].includes(field.name)
  && !["submit", "button", "image", "file", "password"].includes(field.type));
const isTypedInto = field => field.matches(
  "textarea, input[type=text], input[type=email], input[type=url], input[type=tel], input[type=number]");
const addressOf = form => new URL(form.getAttribute("action") ?? "", location.href).pathname;
const posts = [...document.querySelectorAll("main form[method=post]")];
const draftable = posts.filter(form => (fieldsOf(form).filter(isTypedInto).length > 1 || form.querySelector("textarea"))
  && posts.filter(other => addressOf(other) === addressOf(form)).length === 1);
const changed = new Set();
const unsaved = new Map();
const keeps = "signedIn" in document.body.dataset;
const draftOf = form => new URLSearchParams({
  _csrf: form.elements._csrf?.value ?? "",
  once: form.elements.once?.value ?? "",
  form: addressOf(form),
  page: location.pathname + location.search,
  title: (document.querySelector("h1")?.textContent ?? document.title).trim().slice(0, 200),
  fields: JSON.stringify(fieldsOf(form)
    .filter(field => !["checkbox", "radio"].includes(field.type) || field.checked)
    .flatMap(field => field.multiple ? [...field.selectedOptions].map(option => [field.name, option.value]) : [[field.name, field.value]])),
});
const forget = form => {
  changed.delete(form);
  clearTimeout(unsaved.get(form));
  unsaved.delete(form);
};
const keep = form => {
  clearTimeout(unsaved.get(form));
  unsaved.delete(form);
  fetch("/drafts", { method: "POST", body: draftOf(form) }).catch(() => {});
};
for (const form of draftable) {
  if (form.querySelector(".errors")) changed.add(form);
  const noted = event => {
    changed.add(form);
    if (!keeps) return;
    clearTimeout(unsaved.get(form));
    unsaved.set(form, setTimeout(keep, 1500, form));
  };
  form.addEventListener("input", noted);
  form.addEventListener("change", noted);
}
document.addEventListener("submit", event => {
  if (!event.defaultPrevented) forget(event.target);
});
addEventListener("beforeunload", event => {
  if ([...changed].some(form => form.isConnected && !("sending" in form.dataset))) event.preventDefault();
});
addEventListener("pagehide", () => {
  for (const form of [...unsaved.keys()]) {
    clearTimeout(unsaved.get(form));
    unsaved.delete(form);
    navigator.sendBeacon("/drafts", draftOf(form));
  }
});

/** Puts a draft into its form, field by field in the order of the page, and leaves what the form has no more. */
const take = (form, fields) => {
  const values = Map.groupBy(fields, ([name]) => name);
  for (const field of fieldsOf(form)) {
    const left = values.get(field.name);
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = left?.some(([, value]) => value === field.value) ?? false;
    } else if (field.multiple) {
      for (const option of field.options) option.selected = left?.some(([, value]) => value === option.value) ?? false;
    } else if (left?.length) {
      field.value = left.shift()[1];
    }
  }
  changed.add(form);
};
if (keeps && draftable.length) {
  const asked = new URLSearchParams(draftable.map(form => ["form", addressOf(form)]));
  const answer = await fetch("/drafts?" + asked);
  const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
  for (const offer of page.querySelectorAll("[data-draft-of]")) {
    const form = draftable.find(form => addressOf(form) === offer.dataset.draftOf);
    if (!form || form.querySelector(".errors")) continue;
    form.before(offer);
    offer.querySelector("[data-draft-take]").addEventListener("click", () => {
      take(form, JSON.parse(offer.dataset.draftFields));
      offer.remove();
      fieldsOf(form).find(isTypedInto)?.focus();
    });
    offer.querySelector("[data-draft-discard]").addEventListener("click", () => {
      fetch("/drafts/discard", { method: "POST", redirect: "manual",
        body: new URLSearchParams({ _csrf: form.elements._csrf.value, form: offer.dataset.draftOf }) });
      offer.remove();
      fieldsOf(form).find(isTypedInto)?.focus();
    });
  }
}
