import { CommanderError, type Command } from "commander";
import { printable } from "../shell/output/printable.js";
import { CommandFault, EXIT } from "./exit-codes.js";

/** Codes of a system that has no more files, threads or memory to give. */
const SCARCE = new Set(["EMFILE", "ENFILE", "EAGAIN", "ENOMEM"]);

const tell = (message: string): void => void process.stderr.write(printable(`dateline: ${message}`));

/** Runs a command line and returns its exit code. Faults that the user can mend are one line on stderr, no stack. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<number> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // The reader of a pipe may leave early (`| head`): that is no fault of ours.
    if (error.code === "EPIPE") process.exit(EXIT.ok);
    tell(
      `standard output: cannot be written: ` +
        `${error.code === "ENOSPC" ? "the disk is full" : error.message}. Give it room, or another place.`,
    );
    process.exit(EXIT.files);
  });
  // Where nobody reads what is said, it is said in vain; the run goes on.
  process.stderr.on("error", () => undefined);
  try {
    await program.parseAsync([...argv]);
    return typeof process.exitCode === "number" ? process.exitCode : EXIT.ok;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (error instanceof CommandFault) {
      tell(error.message);
      return error.exitCode;
    }
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (typeof code === "string" && SCARCE.has(code) && syscall !== undefined) {
      tell(`the system gave out: ${message}. Close other programs, or raise the limits (ulimit -n for open files, ulimit -u for threads).`);
      return EXIT.files;
    }
    process.stderr.write(`dateline: internal fault, please report it\n${error instanceof Error ? error.stack : String(error)}\n`);
    return EXIT.internal;
  }
}
