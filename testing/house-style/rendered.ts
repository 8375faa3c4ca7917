import { html } from "hono/html";

/** The HTML of something that is made at once, such as a component. */
export function rendered(element: unknown): string {
  const made = html`${element}`;
  if (made instanceof Promise) throw new Error("this page waits for something: use renderedPage");
  return made.toString();
}

/** The HTML of a whole page. */
export async function renderedPage(page: unknown): Promise<string> {
  const made = await html`${await page}`;
  return made.toString();
}
