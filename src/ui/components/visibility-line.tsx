import type { PropsWithChildren } from "hono/jsx";
import { Icon } from "./icon.tsx";

/** Beside anything that travels: who can see it. "Your server and ours can see this vote." */
export function VisibilityLine({ children }: PropsWithChildren) {
  return (
    <p class="visibility-line">
      <Icon name="eye" /> {children}
    </p>
  );
}
