import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const MAIN = join(PROJECT, "dist/cli/main.js");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as a user would, and waits for its end. */
export function dateline(args: readonly string[], input: string | Uint8Array = "", cwd: string = PROJECT): Promise<Ended> {
  return runToEnd(process.execPath, [MAIN, ...args], input, cwd);
}

export function runToEnd(command: string, args: readonly string[], input: string | Uint8Array = "", cwd: string = PROJECT): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

/** A fresh folder outside the project. */
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), "dateline-test-"));
