/** A browser and its system, in the order in which to look for them: many name others besides themselves. */
const browsers = [
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Edge", /\bEdgA?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Chrome", /\b(?:Chrome|CriOS)\//],
  ["Safari", /\bSafari\//],
] as const;

const systems = [
  ["Android", /\bAndroid\b/],
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMac OS X\b/],
  ["Linux", /\bLinux\b/],
] as const;

/**
 * What a browser says of itself, in two words, so that its owner knows it again in a list; empty when it says nothing known.
 * `deviceName("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")` is `"Firefox, Linux"`.
 */
export function deviceName(userAgent: string): string {
  const said = userAgent.slice(0, 500);
  const named = [browsers, systems].map((known) => known.find(([, pattern]) => pattern.test(said))?.[0]);
  return named.filter((name) => name !== undefined).join(", ");
}
