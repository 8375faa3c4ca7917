import { carryingOut, forbidden, isOperator, refuse, signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageContext } from "../../../ui/request.ts";
import { takeOverList } from "../../commands/take-over-list.ts";
import { hostFrom } from "../../model/host.ts";
import type { Looking } from "../../model/look-up/looking.ts";
import { directoryPath } from "../directory-paths.ts";
import { ListPage } from "../list-page.tsx";
import { queryOfTaken } from "../list-taken.ts";
import { longListsPath } from "../long-lists/long-list-routes.tsx";

const carryOut = carryingOut(["only-operators"]);

/** Takes over the list at an address that an operator names. Nobody else makes this server ask another for a list. */
export async function takeFromAddress(
  c: PageContext,
  application: Application,
  looking: Looking | undefined,
): Promise<Response> {
  const { person } = c.var.reader;
  if (person === undefined) return signInFirst(c);
  if (!(await isOperator(application.read, person.id))) return forbidden(c, "only-operators");
  const again = (form: FormState) => <ListPage c={c} form={form} looks={looking !== undefined} />;
  const address = URL.parse(textOf(sentForm(c), "address").trim());
  const host = address === null ? undefined : hostFrom(address.hostname);
  if (address === null || host === undefined || !/^https?:$/.test(address.protocol))
    return refuse(c, { kind: "not-a-feed", field: "address" }, { again });
  if (looking === undefined) return refuse(c, { kind: "list-away", field: "address" }, { again });
  const read = await looking.listAt(address);
  if (typeof read === "string") return refuse(c, { kind: read, field: "address" }, { again });
  return carryOut(
    { c, application },
    takeOverList,
    { from: "address", list: JSON.stringify(read.parts), host },
    {
      page: `${directoryPath}/lists/new`,
      onwards: (taken) => ({
        path: taken.isLong ? longListsPath : `${directoryPath}/lists/new?${queryOfTaken(taken)}`,
      }),
      again,
      fieldOf: () => "address",
    },
  );
}
