/**
 * `<koinon-zone data-zone data-parameter data-offer>`: where the device is in another time zone than the one in which the page tells times, offers a link
 * that shows them there. In `data-offer`, `{zone}` stands for the zone's name.
 */
class ZoneElement extends HTMLElement {
  connectedCallback(): void {
    const device = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const { zone, parameter, offer = "" } = this.dataset;
    if (zone === undefined || parameter === undefined || device === zone || device === "") return;
    const address = new URL(location.href);
    address.searchParams.set(parameter, device);
    const link = document.createElement("a");
    link.href = `${address.pathname}${address.search}`;
    link.textContent = offer.replace("{zone}", device.replaceAll("_", " "));
    this.replaceChildren(link);
  }
}

customElements.define("koinon-zone", ZoneElement);
