import { expect, it } from "vitest";
import { FORMAT_NAMES } from "../../src/cli/commands/convert.js";
import { INTERCHANGE_FORMATS } from "../../src/formats/interchange/interchange-formats.js";

it("the command line names every format, and no other", () => {
  expect([...INTERCHANGE_FORMATS.keys()]).toEqual([...FORMAT_NAMES]);
});
