import { ownPath, zoneParameter } from "./address.ts";
import { PageHead } from "./components/page-head.tsx";
import { Submit } from "./components/submit.tsx";
import { Page } from "./layout.tsx";
import type { PageContext } from "./request.ts";
import { placeOfZone, presentZone, zones } from "./zones.ts";

/**
 * The page on which a reader chooses the zone in which times are told. For a GET of `/time-zone`; the choice comes back to it under the parameter of every page,
 * which `preparePages` has already put into a cookie, and the reader goes back to where they were.
 */
export function showTimeZones(c: PageContext): Response | Promise<Response> {
  const { frame, t, reader } = c.var;
  const back = ownPath(c.req.query("back"), "/");
  if (c.req.query(zoneParameter) === reader.zone) return c.redirect(back, 303);
  const title = t("ui.zones.title");
  return c.html(
    <Page
      frame={frame}
      title={title}
      head={<PageHead frame={frame} name={title} sentence={t("ui.zones.words")} />}
      unlisted
    >
      <form class="form" method="get" action="/time-zone">
        <input type="hidden" name="back" value={back} />
        <div class="field">
          <label class="field-label" for="zone">
            {t("ui.zones.label")}
          </label>
          <select id="zone" name={zoneParameter}>
            {zones.map((zone) => (
              <option value={zone} selected={zone === presentZone(reader.zone)}>
                {placeOfZone(zone)}
              </option>
            ))}
          </select>
        </div>
        <Submit>{t("ui.zones.choose")}</Submit>
      </form>
    </Page>,
  );
}
