import { recount } from "../model/recount/recount.ts";
import type { PublishedFile } from "../model/recount/published-file.ts";
import { rulesOfMethods } from "./recount/rules-of-methods.ts";

/**
 * `<koinon-recount data-ballots data-button data-same data-other-count data-other-conclusion data-unreadable>`: a button that fetches the
 * published ballots, counts them in this browser by the rules of their method, and says whether it comes out the same.
 */
class RecountElement extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector("button") !== null) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.dataset["kind"] = "quiet";
    button.textContent = this.dataset["button"] ?? "";
    const said = document.createElement("p");
    said.setAttribute("role", "status");
    const tell = async () => {
      const outcome = await this.count();
      said.dataset["recount"] = outcome;
      said.textContent = this.dataset[outcome] ?? "";
    };
    button.addEventListener("click", () => void tell());
    this.append(button, said);
  }

  private async count(): Promise<string> {
    try {
      const file = (await (await fetch(this.dataset["ballots"] ?? "")).json()) as PublishedFile;
      const rules = rulesOfMethods.find(({ id }) => id === file.method);
      if (rules === undefined) return "unreadable";
      return inCamelCase(recount(rules, file));
    } catch {
      return "unreadable";
    }
  }
}

/** As `dataset` names what HTML writes with hyphens: `otherCount`. */
function inCamelCase(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

customElements.define("koinon-recount", RecountElement);
