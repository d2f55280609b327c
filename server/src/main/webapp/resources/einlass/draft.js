// Keeps what was typed into a form until the server has it, in this tab only: whoever finds the server gone, or has
// to sign in again, loses nothing.
(() => {
  const DRAFT = "einlass-draft";
  const ADDRESS = "einlass-address:";
  const PATIENCE = 10000;
  const SAFE = "input:not([type=hidden]):not([type=password]):not([type=file]):not([type=submit]), textarea, select";
  const notice = document.getElementById("draft");
  const reader = document.body.dataset.reader || "";
  let checked = null;
  let asking = false;

  /** A form that came back is shown without what followed the question mark in its page's address. */
  function here() {
    if (location.search) {
      sessionStorage.setItem(ADDRESS + location.pathname, location.search);
    }
    return location.pathname + (location.search || sessionStorage.getItem(ADDRESS + location.pathname) || "");
  }

  function isTicked(field) {
    return field.type === "checkbox" || field.type === "radio";
  }

  function value(field) {
    return isTicked(field) ? field.checked : field.value;
  }

  function original(field) {
    if (isTicked(field)) {
      return field.defaultChecked;
    }
    if (field.tagName === "SELECT") {
      const chosen = Array.from(field.options).find(option => option.defaultSelected) || field.options[0];
      return chosen ? chosen.value : "";
    }
    return field.defaultValue;
  }

  /** Which state of what the page changes it shows; empty where the page has no states. */
  function version() {
    const shown = document.querySelector("[data-version]");
    return shown ? shown.dataset.version : "";
  }

  function label(field) {
    const words = field.labels && field.labels[0] ? field.labels[0].textContent : field.getAttribute("aria-label");
    return words || field.id;
  }

  /** What differs from what the server knows: on a page that a form made, that may be everything. */
  function keep(form) {
    const all = document.body.dataset.postback === "true";
    const fields = Array.from(form.querySelectorAll(SAFE)).filter(field => all || value(field) !== original(field));
    if (fields.length) {
      const typed = fields.map(field => ({ id: field.id, label: label(field), value: value(field) }));
      const draft = { page: here(), reader, version: version(), sent: false, fields: typed };
      sessionStorage.setItem(DRAFT, JSON.stringify(draft));
    }
  }

  function kept() {
    return JSON.parse(sessionStorage.getItem(DRAFT) || "null");
  }

  function mark(sent) {
    const draft = kept();
    if (draft) {
      sessionStorage.setItem(DRAFT, JSON.stringify({ ...draft, sent }));
    }
  }

  function say(words) {
    notice.textContent = words;
    notice.hidden = false;
    notice.scrollIntoView({ block: "nearest" });
  }

  async function send(form, button) {
    asking = true;
    keep(form);
    try {
      const answer = await fetch("/signed-in", { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
      if (answer.status === 204) {
        mark(true);
        checked = form;
        form.requestSubmit(button);
      } else if (answer.type === "opaqueredirect") {
        location.assign("/sign-in.xhtml");
      } else {
        say(notice.dataset.gone);
      }
    } catch (gone) {
      say(notice.dataset.gone);
    } finally {
      asking = false;
    }
  }

  document.addEventListener("submit", event => {
    const form = event.target;
    if (event.submitter && event.submitter.id.endsWith("sign-out")) {
      sessionStorage.removeItem(DRAFT);
      return;
    }
    if (!reader || form.method !== "post" || !form.closest("main") || event.defaultPrevented) {
      return;
    }
    if (checked === form) {
      checked = null;
      return;
    }
    event.preventDefault();
    if (!asking) {
      send(form, event.submitter);
    }
  });

  /**
   * Puts back what was typed into the fields of the same names. The same row of a table may be somebody else's by
   * now, and what somebody else saved meanwhile is not overwritten: that text is only shown.
   */
  function restore(draft) {
    const changed = draft.version !== version();
    const lost = draft.fields.filter(typed => {
      const field = document.getElementById(typed.id);
      if (changed || !field || !field.matches(SAFE) || label(field) !== typed.label) {
        return true;
      }
      if (isTicked(field)) {
        field.checked = typed.value;
      } else {
        field.value = typed.value;
      }
      const folded = field.closest("details");
      if (folded) {
        folded.open = true;
      }
      return false;
    });
    const rest = lost.filter(typed => typeof typed.value === "string").map(typed => typed.label.trim() + ": " + typed.value).join("; ");
    say(notice.dataset.back + (rest ? " " + notice.dataset.rest + " " + rest : ""));
    sessionStorage.removeItem(DRAFT);
  }

  function begin() {
    const draft = kept();
    if (!draft) {
      here();
      return;
    }
    if (!reader) {
      mark(false);
      return;
    }
    const navigation = performance.getEntriesByType("navigation")[0];
    const unsent = !draft.sent || (navigation && navigation.type === "back_forward");
    if (!unsent || draft.reader !== reader) {
      sessionStorage.removeItem(DRAFT);
      here();
    } else if (draft.page === here()) {
      restore(draft);
    } else if (location.pathname === "/events.xhtml" && draft.tried) {
      sessionStorage.removeItem(DRAFT);
    } else if (location.pathname === "/events.xhtml") {
      sessionStorage.setItem(DRAFT, JSON.stringify({ ...draft, tried: true }));
      location.replace(draft.page);
    }
  }

  begin();
})();
