/**
 * `<koinon-live data-source>`: listens to server-sent events at `data-source`; at each it asks for the page again and renews the parts of the
 * page marked `data-live="name"`, wherever they stand. A part's `data-live-words` are announced politely. What somebody is filling in is never taken from under them.
 */
class LiveElement extends HTMLElement {
  private events: EventSource | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    document.addEventListener("visibilitychange", this.follow);
    this.follow();
  }

  disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.follow);
    this.events?.close();
  }

  /** A page nobody looks at holds no connection, and catches up when it is looked at again. */
  private readonly follow = (): void => {
    this.events?.close();
    const source = this.dataset["source"];
    if (document.hidden || source === undefined) return;
    const isLate = this.events !== undefined;
    this.events = new EventSource(source);
    this.events.addEventListener("message", this.renewSoon);
    if (isLate) this.renewSoon();
  };

  /** Many changes in one moment are one renewal. */
  private readonly renewSoon = (): void => {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.renew(), 250);
  };

  private async renew(): Promise<void> {
    const address = new URL(location.href);
    address.searchParams.delete("done");
    const response = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => undefined);
    if (response?.ok !== true) return;
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    const words = [...document.querySelectorAll<HTMLElement>("[data-live]")].map((part) => renewed(part, fresh));
    announce(this, words.filter((said) => said !== "").join(" "));
  }
}

/** Renews one part and gives the words that tell of it; none if nothing changed. */
function renewed(part: HTMLElement, fresh: Document): string {
  const name = CSS.escape(part.dataset["live"] ?? "");
  const now = fresh.querySelector<HTMLElement>(`[data-live="${name}"]`);
  if (now === null || withoutTokens(now) === withoutTokens(part) || isBeingFilledIn(part)) return "";
  const focused = part.contains(document.activeElement) ? document.activeElement?.id : undefined;
  part.replaceWith(document.adoptNode(now));
  if (focused !== undefined && focused !== "") document.getElementById(focused)?.focus();
  return now.dataset["liveWords"] ?? "";
}

/** Every form has a new token each time; that alone is no news. */
function withoutTokens(part: HTMLElement): string {
  return part.innerHTML.replace(/<input type="hidden" name="form-token"[^>]*>/g, "");
}

function isBeingFilledIn(part: HTMLElement): boolean {
  if (document.activeElement?.matches("input, textarea, select") === true && part.contains(document.activeElement))
    return true;
  const fields = part.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input:not([type=hidden]), textarea");
  return [...fields].some((field) =>
    field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue,
  );
}

function announce(host: HTMLElement, words: string): void {
  if (words === "") return;
  const known = host.querySelector<HTMLElement>(":scope > [aria-live]");
  const region = known ?? document.createElement("p");
  if (known === null) {
    region.className = "visually-hidden";
    region.ariaLive = "polite";
    host.append(region);
  }
  region.textContent = words;
}

customElements.define("koinon-live", LiveElement);
