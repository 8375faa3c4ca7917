import type { Child, PropsWithChildren } from "hono/jsx";
import type { Frame } from "../request.ts";
import { Handle } from "./handle.tsx";

interface PageHeadProps {
  readonly frame: Frame;
  /** Its name. What people wrote goes through `UserName` or `UserText` first. */
  readonly name: Child;
  /** What it is, in one or two words above the name: "Gathering". */
  readonly kind?: string;
  /** What it is for, in one sentence. */
  readonly sentence?: Child;
  /** The language of name and sentence, where it is not the page's. */
  readonly language?: string;
  /** Whose it is, as a link to the community. */
  readonly community?: Child;
  /** The fediverse account that speaks for it: `first-gathering@gather.example`. */
  readonly handle?: string;
}

/** Question 1: what is this, and whose? */
export function PageHead({
  frame,
  name,
  kind,
  sentence,
  language,
  community,
  handle,
  children,
}: PropsWithChildren<PageHeadProps>) {
  return (
    <header class="page-head">
      {kind !== undefined && <p class="page-kind">{kind}</p>}
      <h1 lang={language} dir="auto">
        {name}
      </h1>
      {sentence !== undefined && (
        <div class="page-sentence" lang={language} dir="auto">
          {sentence}
        </div>
      )}
      {(community !== undefined || handle !== undefined) && (
        <p class="page-whose">
          {community}
          {handle !== undefined && <Handle t={frame.t} handle={handle} copy />}
        </p>
      )}
      {children}
    </header>
  );
}
