import type { PropsWithChildren } from "hono/jsx";
import { linkTarget } from "../address.ts";

interface SubmitProps {
  /**
   * `main`: the one act of the panel. `quiet`: any other. `stop`: takes something away from people.
   */
  readonly kind?: "main" | "quiet" | "stop";
  /** Sent with the form, where several buttons send one form. */
  readonly name?: string;
  readonly value?: string;
  /** What the button does, where its words lean on what stands around it. */
  readonly label?: string;
}

/** The button that sends a form; its words are the act: "Send my answer". */
export function Submit({ kind = "main", name, value, label, children }: PropsWithChildren<SubmitProps>) {
  return (
    <button class="button" data-kind={kind} type="submit" name={name} value={value} aria-label={label}>
      {children}
    </button>
  );
}

interface LinkButtonProps {
  readonly href: string;
  readonly kind?: "main" | "quiet";
}

/** A link that looks like an act because it leads to one: to a form on another page, or to another server. */
export function LinkButton({ href, kind = "main", children }: PropsWithChildren<LinkButtonProps>) {
  return (
    <a class="button" data-kind={kind} href={linkTarget(href)}>
      {children}
    </a>
  );
}
