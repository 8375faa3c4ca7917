/**
 * `<koinon-draft name data-kept data-discard data-offline data-until>` around a form: keeps what is typed in this browser until it is sent,
 * and says so. What the server filled in wins over what was kept, since it is what was sent last.
 *
 * Without a line nothing is sent, and the text stays. With `data-until="taken"` it stays beyond sending, until a page with the same form says
 * `data-taken`: a line may break while a form is under way.
 */
class DraftElement extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    if (form === null) return;
    if (this.dataset["taken"] === "yes" && localStorage.getItem(this.sentKey) !== null) this.forget();
    if (isUntouched(form)) restore(form, this.read());
    if (!isUntouched(form)) this.sayKept(form);
    form.addEventListener("input", () => {
      this.keep(form);
      this.sayKept(form);
    });
    form.addEventListener("submit", (event) => {
      if (!navigator.onLine) {
        event.preventDefault();
        this.sayOffline();
      } else if (this.dataset["until"] === "taken") {
        localStorage.setItem(this.sentKey, "yes");
      } else {
        this.forget();
      }
    });
  }

  private get key(): string {
    return `koinon-draft ${this.getAttribute("name") ?? ""}`;
  }

  /** Marks that what is kept was sent, and has not been typed on since. */
  private get sentKey(): string {
    return `${this.key} sent`;
  }

  private forget(): void {
    localStorage.removeItem(this.key);
    localStorage.removeItem(this.sentKey);
  }

  private keep(form: HTMLFormElement): void {
    try {
      localStorage.removeItem(this.sentKey);
      localStorage.setItem(this.key, JSON.stringify(typedIn(form)));
    } catch {
      // A browser that keeps nothing (private windows, a full store) leaves the form as good as without this element.
    }
  }

  private read(): Draft {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.key) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isEntry) : [];
    } catch {
      return [];
    }
  }

  private sayOffline(): void {
    const line = this.querySelector(".draft-offline") ?? document.createElement("p");
    line.className = "draft-offline";
    line.setAttribute("role", "status");
    line.textContent = this.dataset["offline"] ?? "";
    this.append(line);
  }

  private sayKept(form: HTMLFormElement): void {
    if (this.querySelector(".draft-line") !== null) return;
    const line = document.createElement("p");
    line.className = "draft-line";
    line.textContent = `${this.dataset["kept"] ?? ""} `;
    const discard = document.createElement("button");
    discard.type = "button";
    discard.className = "small-button";
    discard.textContent = this.dataset["discard"] ?? "";
    discard.addEventListener("click", () => {
      this.forget();
      form.reset();
      line.remove();
    });
    line.append(discard);
    this.append(line);
  }
}

/** Names with what was typed or chosen, in the order of the form. */
type Draft = readonly (readonly [string, string])[];

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function fieldsOf(form: HTMLFormElement): readonly Typed[] {
  const fields = form.querySelectorAll<Typed>("input[name], textarea[name], select[name]");
  return [...fields].filter((field) => !["hidden", "password", "file"].includes(field.type));
}

function isTick(field: Typed): field is HTMLInputElement {
  return field.type === "checkbox" || field.type === "radio";
}

function typedIn(form: HTMLFormElement): Draft {
  return fieldsOf(form)
    .filter((field) => !isTick(field) || field.checked)
    .map((field) => [field.name, field.value] as const);
}

function isUntouched(form: HTMLFormElement): boolean {
  return fieldsOf(form).every((field) => {
    if (isTick(field)) return field.checked === field.defaultChecked;
    if (field instanceof HTMLSelectElement) return true;
    return field.value === field.defaultValue && form.querySelector(".field-fault") === null;
  });
}

function restore(form: HTMLFormElement, draft: Draft): void {
  if (draft.length === 0) return;
  for (const field of fieldsOf(form)) {
    const kept = draft.filter(([name]) => name === field.name).map(([, value]) => value);
    if (isTick(field)) field.checked = kept.includes(field.value);
    else if (kept[0] !== undefined) field.value = kept[0];
  }
}

function isEntry(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "string");
}

customElements.define("koinon-draft", DraftElement);
