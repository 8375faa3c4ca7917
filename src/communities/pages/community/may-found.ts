import { isOperator, serverSettings } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import type { PageContext } from "../../../ui/request.ts";

/** Whether the page may offer this reader to found a community; the command decides when they do. */
export async function mayFound(c: PageContext, application: Application): Promise<boolean> {
  const { person } = c.var.reader;
  const { foundingIsOpen, isSetUp } = await serverSettings(application.read);
  if (foundingIsOpen) return isSetUp;
  return person !== undefined && isOperator(application.read, person.id);
}
