import type { Child } from "hono/jsx";
import { refusalPage } from "../../../ui/refusal-page.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { isOperator } from "../../store/people.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { signInFirst } from "../sign-in-path.ts";

/** A route for operators alone: a visitor signs in first, and anybody else is told that it is not theirs. */
export function operating(
  services: AccountPageServices,
  answer: (c: PageContext, services: AccountPageServices) => Response | Promise<Response>,
): (c: PageContext) => Promise<Response> {
  return async (c) => {
    const person = c.var.reader.person;
    if (person === undefined)
      return c.req.method === "GET" ? signInFirst(c) : refusalPage(c, { kind: "sign-in-needed" });
    if (!(await isOperator(services.application.read, person.id))) return refusalPage(c, { kind: "not-allowed" });
    return answer(c, services);
  };
}

/** The way between the operator's pages. */
export function OperatorNav({ c, here }: { readonly c: PageContext; readonly here: string }): Child {
  const { t } = c.var;
  const pages = [
    ["/operator", t("accounts.operator.settings")],
    ["/operator/people", t("accounts.operator.people")],
    ["/operator/hosts", t("accounts.operator.hosts")],
    ["/operator/work", t("accounts.operator.work")],
  ] as const;
  return (
    <nav class="section-links" aria-label={t("accounts.operator.title")}>
      <ul>
        {pages.map(([path, name]) => (
          <li>
            <a href={path} aria-current={path === here ? "page" : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
