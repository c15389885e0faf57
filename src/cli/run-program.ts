import { CommanderError, type Command } from "commander";
import { CommandFault, EXIT } from "./exit-codes.js";

/** Runs a command line and returns its exit code. Faults that the user can mend are one line on stderr, no stack. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<number> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // The reader of a pipe may leave early (`| head`): that is no fault of ours.
    if (error.code === "EPIPE") process.exit(EXIT.ok);
    throw error;
  });
  try {
    await program.parseAsync([...argv]);
    return typeof process.exitCode === "number" ? process.exitCode : EXIT.ok;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (error instanceof CommandFault) {
      process.stderr.write(`dateline: ${error.message}\n`);
      return error.exitCode;
    }
    process.stderr.write(`dateline: internal fault, please report it\n${error instanceof Error ? error.stack : String(error)}\n`);
    return EXIT.internal;
  }
}
