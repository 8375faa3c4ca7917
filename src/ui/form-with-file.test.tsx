import { describe, expect, test } from "vitest";
import { testPages } from "../../testing/house-style/test-pages.ts";
import { FileField } from "./components/file-field.tsx";
import { Form } from "./components/form.tsx";
import { takeFiles } from "./form-guard.ts";
import { untouchedForm } from "./form-state.ts";
import { byReader, sentForm } from "./request.ts";

const origin = "https://hall.example";

/** A browser that has a page open whose form takes a file, and another whose form takes none. */
async function openForms() {
  const web = testPages({ before: (pages) => pages.use("/with-file", takeFiles) });
  const sent: Record<string, readonly string[]>[] = [];
  const keys: string[] = [];
  web.get("/with-file", (c) =>
    c.html(
      <Form frame={c.var.frame} action="/with-file" hasFile>
        <FileField beside="list" label="List" accept=".txt" form={untouchedForm(c.var.t)} />
      </Form>,
    ),
  );
  for (const path of ["/with-file", "/without"]) {
    web.post(path, (c) => {
      sent.push({ ...sentForm(c) });
      const { origin: from } = byReader(c);
      keys.push("key" in from ? from.key : "");
      return c.text("taken");
    });
  }
  const page = await web.request("/with-file");
  const html = await page.text();
  const token = /name="form-token" value="([^"]+)"/.exec(html)?.[1] ?? "";
  const headers = { Cookie: page.headers.get("Set-Cookie")?.split(";")[0] ?? "", Origin: origin };
  const post = (body: string | ReadableStream, more: Record<string, string> = {}, path = "/with-file") =>
    web.request(
      new Request(`${origin}${path}`, {
        method: "POST",
        body,
        headers: { ...headers, ...more },
        duplex: "half",
      } as RequestInit),
    );
  const send = async (fields: Record<string, string | File>, path?: string) => {
    const sending = new Response(partsOf(fields));
    return post(await sending.text(), { "Content-Type": sending.headers.get("Content-Type") ?? "" }, path);
  };
  return { html, token, sent, keys, post, send };
}

function partsOf(fields: Record<string, string | File>): FormData {
  const parts = new FormData();
  for (const [name, value] of Object.entries(fields)) parts.append(name, value);
  return parts;
}

/** What browsers put between parts; a short one could stand in a token. */
const line = "------KoinonTestBoundary7f3a";
const inParts = { "Content-Type": "multipart/form-data; boundary=----KoinonTestBoundary7f3a" };

/** One part of a form as a browser sends it. */
const part = (name: string, text: string) =>
  `${line}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;

const file = (text: string | Uint8Array<ArrayBuffer>, name = "list.txt") => new File([text], name);

describe("a form that may bring a file", () => {
  test("says so to the browser, and the file takes the place of what was typed beside it", async () => {
    const { html, token, sent, send } = await openForms();
    expect(html).toContain('enctype="multipart/form-data"');
    expect(
      (await send({ "form-token": token, list: "typed", "list.file": file("one\r\ntwo\u0000"), note: "Ada’s" })).status,
    ).toBe(200);
    expect(sent).toEqual([{ "form-token": [token], note: ["Ada’s"], list: ["one\ntwo"], "list.file": ["chosen"] }]);
  });

  test("may be sent without one, in parts or not", async () => {
    const { token, sent, post } = await openForms();
    const noFile = part('list.file"; filename="', "");
    await post(`${part("form-token", token)}${part("note", "none")}${noFile}${line}--\r\n`, inParts);
    await post(`form-token=${encodeURIComponent(token)}&note=plain`, {
      "Content-Type": "application/x-www-form-urlencoded",
    });
    expect(sent.map(({ list, note }) => [list, note])).toEqual([
      [undefined, ["none"]],
      [undefined, ["plain"]],
    ]);
  });

  test("sent twice is one act, though the browser parts its fields by another line each time", async () => {
    const { token, keys, send } = await openForms();
    for (const text of ["same", "same", "other"]) await send({ "form-token": token, "list.file": file(text) });
    expect(keys[0]).toBe(keys[1]);
    expect(keys[0]).not.toBe(keys[2]);
  });

  test.each(["../../etc/passwd", 'a"; name="form-token', "<script>.txt", "x".repeat(5_000), "list\r\nX-Evil: 1.txt"])(
    "takes a file named %j for what it holds alone",
    async (name) => {
      const { token, sent, send } = await openForms();
      expect((await send({ "form-token": token, "list.file": file("held", name) })).status).toBe(200);
      expect(sent).toEqual([{ "form-token": [token], list: ["held"], "list.file": ["chosen"] }]);
    },
  );

  test("is refused without its token, and with the token in the name of a file", async () => {
    const { token, sent, send } = await openForms();
    expect((await send({ "list.file": file("held") })).status).toBe(403);
    expect((await send({ "form-token": `${token}x`, "list.file": file("held") })).status).toBe(403);
    expect((await send({ "list.file": file("held", token) })).status).toBe(403);
    expect(sent).toEqual([]);
  });

  test("is refused from another site", async () => {
    const { token, sent, post } = await openForms();
    const body = `${part("form-token", token)}${part("note", "x")}${line}--\r\n`;
    expect((await post(body, { ...inParts, Origin: "https://evil.example" })).status).toBe(403);
    expect(sent).toEqual([]);
  });

  test("is refused with a file that stands beside no field", async () => {
    const { token, sent, send } = await openForms();
    for (const name of ["list", ".file", "list.file.txt", "__proto__"]) {
      expect((await send({ "form-token": token, [name]: file("held") })).status).toBe(415);
    }
    expect(sent).toEqual([]);
  });

  test("is refused with two files", async () => {
    const { token, sent, send } = await openForms();
    expect((await send({ "form-token": token, "list.file": file("one"), "more.file": file("two") })).status).toBe(415);
    expect(sent).toEqual([]);
  });

  test.each([
    ["a wrong boundary", "multipart/form-data; boundary=other", "--b\r\n\r\n\r\n--b--"],
    ["no boundary", "multipart/form-data", "--b--"],
    [
      "an end that is missing",
      "multipart/form-data; boundary=----KoinonTestBoundary7f3a",
      `${line}\r\nContent-Disposition: form-data; name=a\r\n\r\nx`,
    ],
    [
      "a part without a name",
      "multipart/form-data; boundary=----KoinonTestBoundary7f3a",
      `${line}\r\n\r\nx\r\n${line}--`,
    ],
  ])("is refused with %s", async (_words, type, body) => {
    const { sent, post } = await openForms();
    expect((await post(body, { "Content-Type": type })).status).toBe(415);
    expect(sent).toEqual([]);
  });

  test("is refused beyond a mebibyte: by the length it claims, and while it arrives", async () => {
    const { token, sent, send, post } = await openForms();
    const large = file(new Uint8Array(1024 * 1024).fill(97));
    expect((await send({ "form-token": token, list: large })).status).toBe(413);
    let given = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(97));
        if (given > 100_000_000) controller.close();
      },
    });
    expect((await post(body, inParts)).status).toBe(413);
    expect(given).toBeLessThan(2_000_000);
    const claimed = { ...inParts, "Content-Length": "2000000" };
    let asked = 0;
    const unread = new ReadableStream<Uint8Array>({ pull: () => void (asked += 1) }, { highWaterMark: 0 });
    expect((await post(unread, claimed)).status).toBe(413);
    expect(asked).toBe(0);
    expect(sent).toEqual([]);
  });

  test("with more fields than any of ours is refused, and soon", async () => {
    const { token, sent, post } = await openForms();
    const many = Array.from({ length: 15_000 }, (_one, place) => part(`f${place}`, "")).join("");
    const body = `${part("form-token", token)}${many}${line}--\r\n`;
    expect((await post(body, inParts)).status).toBe(413);
    expect(sent).toEqual([]);
  });

  test("is no form where none with files is awaited", async () => {
    const { token, sent, send } = await openForms();
    expect((await send({ "form-token": token, "list.file": file("held") }, "/without")).status).toBe(415);
    expect(sent).toEqual([]);
  });
});
