import { Pagination } from "../../../ui/components/pagination.tsx";
import { voicesPath } from "../addresses.ts";
import { PersonName } from "../person-name.tsx";
import { VoiceSubject } from "./voice-line.tsx";
import { nextChains, type VoicesView } from "./voices-view.ts";

/** Every chain from hand to hand: whoever stands last speaks for all before them. */
export function ChainList({ view }: { readonly view: VoicesView }) {
  const { c, community } = view.visit;
  const { t } = c.var;
  const next = nextChains(view);
  return (
    <>
      <ul class="stance-list">
        {view.chains.map(({ scope, subject, people }) => (
          <li>
            <ol class="voice-chain">
              {people.map((person) => (
                <li>
                  <PersonName t={t} person={view.people.get(person)} />
                </li>
              ))}
            </ol>
            <p class="stance-when">
              <VoiceSubject view={view} scope={scope} subject={subject} />
            </p>
          </li>
        ))}
      </ul>
      <Pagination
        t={t}
        label={t("decisions.voice.chains-title")}
        previous={view.skipped === 0 ? undefined : `${voicesPath(community)}#chains`}
        next={next === undefined ? undefined : `${voicesPath(community)}?skip=${next}#chains`}
      />
    </>
  );
}
