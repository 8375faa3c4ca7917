import type { Translator } from "../../kernel/i18n/translator.ts";
import { shownName } from "../../kernel/text/neutral.ts";
import { linkTarget } from "../address.ts";
import { UserName } from "../text.tsx";
import { Handle } from "./handle.tsx";

interface PersonProps {
  readonly t: Translator;
  /** The name they gave; without one, the handle alone is shown. */
  readonly name?: string | undefined;
  /** Absent for somebody who takes part by e-mail, whose address nobody sees. */
  readonly handle?: string | undefined;
  /** Their page on this server. */
  readonly href?: string | undefined;
}

/** Somebody: the name first, the handle with its server after it. */
export function Person({ t, name = "", handle, href }: PersonProps) {
  const isNamed = shownName(name) !== "";
  if (!isNamed && handle !== undefined)
    return <span class="person">{<Handle t={t} handle={handle} href={href} />}</span>;
  const target = linkTarget(href);
  const words = <UserName name={isNamed ? name : t("ui.person.unnamed")} />;
  return (
    <span class="person">
      {target === undefined ? words : <a href={target}>{words}</a>}{" "}
      {handle !== undefined && <Handle t={t} handle={handle} />}
    </span>
  );
}
