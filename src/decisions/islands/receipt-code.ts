/**
 * `<koinon-receipt-code>` around the hidden field of a receipt code: makes the code in this browser, so that the server had no hand in it.
 * Without scripts the code is the one that the page brought.
 */
class ReceiptCodeElement extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector("input");
    if (field === null) return;
    const octets = crypto.getRandomValues(new Uint8Array(16));
    field.value = Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join("");
  }
}

customElements.define("koinon-receipt-code", ReceiptCodeElement);
