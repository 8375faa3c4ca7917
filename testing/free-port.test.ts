import { execFile } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { freePort } from "./free-port.ts";

const run = promisify(execFile);
const module = new URL("free-port.ts", import.meta.url).href;

test("a port is given to one test alone, in this process and in any other", async () => {
  const ours = await Promise.all(Array.from({ length: 50 }, () => freePort()));
  expect(new Set(ours).size).toBe(50);

  const drawOursFirst = `
    const ours = ${JSON.stringify(ours)};
    const random = Math.random;
    Math.random = () => (ours.length > 0 ? (ours.pop() - 11_000 + 0.5) / 21_000 : random());
    const { freePort } = await import(${JSON.stringify(module)});
    process.stdout.write(String(await freePort()));
    process.exit();`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", drawOursFirst]);
  expect(ours).not.toContain(Number(stdout));
});

test("a port at which somebody listens already is passed over", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.77", resolve));
  const { port } = taken.address() as AddressInfo;
  const random = vi.spyOn(Math, "random").mockReturnValueOnce((port - 11_000 + 0.5) / 21_000);
  expect(await freePort("127.0.0.77")).not.toBe(port);
  random.mockRestore();
  taken.close();
});

test("no system takes it for the near end of a connection", async () => {
  const ports = await Promise.all(Array.from({ length: 200 }, () => freePort()));
  expect(Math.max(...ports)).toBeLessThan(32_768);
});
