/**
 * `<koinon-copy data-text data-copy data-copied>`: puts a button beside what it contains that copies the text. Where the browser offers no
 * clipboard (no scripts, no TLS) nothing appears, and the words can be marked by hand.
 */
class CopyElement extends HTMLElement {
  connectedCallback(): void {
    const { text, copy = "", copied = "" } = this.dataset;
    if (text === undefined || !("clipboard" in navigator) || this.querySelector("button") !== null) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "small-button";
    button.textContent = copy;
    // Told politely when it changes, so that whoever cannot see the button's words hears that it worked.
    button.ariaLive = "polite";
    const copyText = async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = copied;
      setTimeout(() => (button.textContent = copy), 4_000);
    };
    button.addEventListener("click", () => void copyText());
    this.append(button);
  }
}

customElements.define("koinon-copy", CopyElement);
