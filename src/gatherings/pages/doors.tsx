import type { PropsWithChildren } from "hono/jsx";
import { Handle } from "../../ui/components/handle.tsx";
import { MyServer, TwoDoors } from "../../ui/components/two-doors.tsx";
import type { FormState } from "../../ui/form-state.ts";
import { handleOf } from "./addresses.ts";
import type { GatheringView } from "./gathering/gathering-view.ts";

interface DoorsProps {
  readonly view: GatheringView;
  readonly form: FormState;
  /** What to do at one's own server, in one line. */
  readonly instruction: string;
  /** What is to be opened there: a path on this server, such as that of a poll. Left out, the gathering is followed. */
  readonly opens?: string | undefined;
}

/** The two ways to take part in a gathering: from the reader's own server, where its actor is looked up, or here. */
export function Doors({ view, form, instruction, opens, children }: PropsWithChildren<DoorsProps>) {
  const { c, gathering, application } = view.visit;
  const { t } = c.var;
  const handle = handleOf(application.origin, gathering);
  const carried = opens === undefined ? { handle } : { uri: new URL(opens, application.origin).href };
  return (
    <TwoDoors
      t={t}
      instruction={instruction}
      fediverse={
        <>
          <p>
            <Handle t={t} handle={handle} copy />
          </p>
          <MyServer form={form} action="/take-part" carried={carried} />
        </>
      }
      web={<>{children}</>}
    />
  );
}
