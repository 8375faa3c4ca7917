import { handleProblem, holderOfHandle } from "../../../communities/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { suggestedHandles } from "../../model/suggested-handles.ts";

/** The first good handle that the title suggests and nobody has had; the last one if all are taken, for the refusal to name. */
export async function freeHandle(application: Application, title: string): Promise<string> {
  const suggestions = suggestedHandles(title).filter((handle) => handleProblem(handle) === undefined);
  for (const handle of suggestions) {
    if ((await holderOfHandle(application.read, handle)) === undefined) return handle;
  }
  return suggestions.at(-1) ?? "";
}
