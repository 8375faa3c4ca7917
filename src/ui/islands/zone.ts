/**
 * `<koinon-zone data-zone data-parameter data-offer>`: where the device's clock differs from that of the zone in which the page tells times,
 * offers a link that shows them by the device's. In `data-offer`, `{zone}` stands for its zone.
 */
class ZoneElement extends HTMLElement {
  connectedCallback(): void {
    const device = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const { zone, parameter, offer = "" } = this.dataset;
    if (zone === undefined || parameter === undefined || device === "" || haveOneClock(device, zone)) return;
    const address = new URL(location.href);
    address.searchParams.set(parameter, device);
    const link = document.createElement("a");
    link.href = `${address.pathname}${address.search}`;
    link.textContent = offer.replace("{zone}", device.replaceAll("_", " "));
    this.replaceChildren(link);
  }
}

/** Whether two zones agree now and half a year on, whatever they are called. */
function haveOneClock(one: string, other: string): boolean {
  const halfYear = 183 * 24 * 3_600_000;
  const now = performance.timeOrigin;
  return [now, now + halfYear].every((moment) => offset(one, moment) === offset(other, moment));
}

function offset(zone: string, moment: number): string | undefined {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(moment);
  return parts.find((part) => part.type === "timeZoneName")?.value;
}

customElements.define("koinon-zone", ZoneElement);
