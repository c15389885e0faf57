import { expandZip, ExpansionError } from "../expand-zip.js";

const LIMITS = { memberBytes: 100_000_000, totalBytes: 200_000_000, members: 5_000 } as const;

/** The parts of a document that is a zip, or why they cannot be read. */
export type DocumentPackage =
  | { readonly text: (name: string) => string | null; readonly has: (name: string) => boolean }
  | { readonly code: string; readonly reason: string };

/** Expands the wanted parts of a document that is a zip, counting as it does. */
export async function readPackage(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<DocumentPackage> {
  try {
    const parts = await expandZip(bytes, wanted, LIMITS);
    return {
      has: (name) => parts.has(name),
      text: (name) => {
        const part = parts.get(name);
        return part === undefined ? null : new TextDecoder().decode(part);
      },
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { code: error instanceof ExpansionError ? "document-expansion" : "damaged-document", reason };
  }
}
