/**
 * `<koinon-find-ballot data-ballots data-found data-missing>` around the form that looks a receipt code up: looks in this browser instead, so
 * that the code is not sent. Where the browser has no digests (no TLS) or the list cannot be had, the form is sent as it would be without.
 */
class FindBallotElement extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    if (form === null || !("subtle" in crypto)) return;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.find(form).catch(() => form.submit());
    });
  }

  private async find(form: HTMLFormElement): Promise<void> {
    const typed = new FormData(form).get("code");
    const code = (typeof typed === "string" ? typed : "").replaceAll(/[\s-]/g, "").toLowerCase();
    const digest = await digestOf(code);
    const list = await (await fetch(this.dataset["ballots"] ?? "")).text();
    const ballot = ballotIn(list, digest);
    const said = this.querySelector(".ballot-found") ?? document.createElement("p");
    said.className = "ballot-found";
    said.setAttribute("role", "status");
    const words = this.dataset[ballot === undefined ? "missing" : "found"] ?? "";
    said.textContent = words.replace("[…]", ballot ?? "");
    this.append(said);
  }
}

/** The words of the ballot in the line of CSV that begins with this digest. */
function ballotIn(list: string, digest: string): string | undefined {
  const line = list.split(/\r?\n/).find((each) => each.startsWith(`${digest},`));
  const [, quoted, plain] = /^[^,]*,(?:"(?:[^"]|"")*"|[^",]*),(?:"((?:[^"]|"")*)"|(.*))$/.exec(line ?? "") ?? [];
  return quoted?.replaceAll('""', '"') ?? plain;
}

async function digestOf(code: string): Promise<string> {
  const octets = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code)));
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join("");
}

customElements.define("koinon-find-ballot", FindBallotElement);
