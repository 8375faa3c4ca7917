import type { PropsWithChildren } from "hono/jsx";
import type { PageContext } from "../../ui/request.ts";
import { UserName } from "../../ui/text.tsx";
import type { DescribedEntry } from "../model/entry.ts";
import { entryPath } from "./directory-paths.ts";
import { answerWords, valueWords } from "./field-words.ts";
import { isListedOnly, verifiedWords } from "./verification/verification-words.ts";

/** A place in a list: what it is called, where it is, and what tells it from others. */
export function EntryLine({
  c,
  entry,
  children,
}: PropsWithChildren<{ readonly c: PageContext; readonly entry: DescribedEntry }>) {
  const { t } = c.var;
  const { fields } = entry;
  const facts = (["ownership", "practice", "country", "software"] as const).flatMap((field) => {
    const settled = fields[field];
    return settled === undefined ? [] : [valueWords(t, field, settled.claim.value)];
  });
  const lifecycle = fields.lifecycle?.claim.value ?? "unknown";
  return (
    <li>
      <h3>
        <a href={entryPath(entry)}>
          <UserName name={entry.name} />
        </a>
      </h3>
      <p class="entry-host">
        {entry.domain ?? t("directory.no-host")}
        {!isListedOnly(entry) && <> · {verifiedWords(t, entry)}</>}
      </p>
      <p>{facts.join(" · ")}</p>
      {lifecycle !== "active" && <p>{answerWords(t, "lifecycle", lifecycle)}</p>}
      {children}
    </li>
  );
}
