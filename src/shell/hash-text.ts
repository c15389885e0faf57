import { createHash } from "node:crypto";

/** `sha256:` and the hex digest of the text in UTF-8. */
export function hashText(text: string): string {
  return `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`;
}
