import { describe, expect, it } from "vitest";
import { askRoutes, emptyFiles, memoryStore, openMemoryReview } from "./memory-store.js";

const open = async () => askRoutes(await openMemoryReview(memoryStore([{ id: "a", text: "x", mentions: [] }], emptyFiles())));

describe("the server of a review", () => {
  it("answers its own page", async () => {
    const ask = await open();
    expect((await ask("session")).status).toBe(200);
    expect((await ask("session", undefined, { origin: "http://127.0.0.1:4000", "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await ask("/secret/")).status).toBe(200);
  });

  it.each([
    ["a foreign Host", { host: "evil.example:4000" }],
    ["another port in Host", { host: "127.0.0.1:4001" }],
    ["a foreign Origin", { origin: "http://evil.example" }],
    ["an Origin that hides", { origin: "null" }],
    ["a script of another site", { "sec-fetch-site": "cross-site" }],
  ])("refuses %s", async (_, headers) => {
    const ask = await open();
    expect((await ask("session", undefined, headers)).status).toBe(403);
    expect((await ask("act", { revision: 0, actions: [] }, headers)).status).toBe(403);
  });

  it("refuses who lacks the token, for the page as well", async () => {
    const ask = await open();
    for (const path of ["/", "/api/session", "/wrong!/api/session", "/secre/", "/secret2/api/session"])
      expect((await ask(path)).status).toBe(403);
  });

  it("gives no file but those of the page", async () => {
    const ask = await open();
    for (const path of ["/secret/../package.json", "/secret/%2e%2e/package.json", "/secret/..%2fpackage.json", "/secret//etc/passwd"])
      expect([403, 404]).toContain((await ask(path)).status);
  });

  it("takes no form of another page for a request", async () => {
    const ask = await open();
    expect((await ask("act", { revision: 0, actions: [] }, { "content-type": "text/plain" })).status).toBe(400);
  });
});
