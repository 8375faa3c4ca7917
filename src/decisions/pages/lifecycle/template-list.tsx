import { Details } from "../../../ui/components/section.tsx";
import { UserName } from "../../../ui/text.tsx";
import type { Template } from "../../store/lifecycle/templates.read.ts";
import { threadPath } from "../addresses.ts";
import type { ThreadVisit } from "../visit.ts";
import { templatesPath } from "./lifecycle-addresses.ts";

interface TemplateListProps {
  readonly visit: ThreadVisit;
  readonly templates: readonly Template[];
}

/** What the community keeps to put proposals from, to begin with one of them. */
export function TemplateList({ visit, templates }: TemplateListProps) {
  const { c, thread, community } = visit;
  const { t } = c.var;
  if (templates.length === 0) return null;
  const chosen = c.req.query("template");
  const present = templates.find(({ id }) => id === chosen);
  return (
    <>
      {present !== undefined && (
        <p>
          {t("decisions.templates.from")} <UserName name={present.name} />
        </p>
      )}
      <Details summary={t("decisions.templates.title")}>
        <ul class="method-list">
          {templates.map(({ id, name, method }) => (
            <li>
              <a href={`${threadPath(thread)}/proposals/new?template=${id}`}>
                <UserName name={name} />
              </a>
              <span class="method-counts">{t(`decisions.method.${method}.name`)}</span>
            </li>
          ))}
        </ul>
        {visit.isSteward && (
          <p>
            <a href={templatesPath(community)}>{t("decisions.templates.tend")}</a>
          </p>
        )}
      </Details>
    </>
  );
}
