/**
 * What is wrong with the engine that runs the program; null where nothing is. Bun's regular expressions cut some sentences
 * elsewhere: the same article would give another result there. Deno gives the same as Node.
 */
export function otherEngine(versions: Readonly<Record<string, string | undefined>> = process.versions): string | null {
  return versions["bun"] === undefined
    ? null
    : `Bun ${versions["bun"]} cuts some sentences elsewhere than Node, so that numbers would differ. Run ` +
        `it with Node 20.19 or later (node), or with Deno.`;
}

/** Throws where the engine gives other results, with what to do. */
export function refuseOtherEngines(): void {
  const complaint = otherEngine();
  if (complaint !== null) throw new Error(complaint);
}
