/** A file name (without ending) for an article id: safe on every system, and {@link idOfFile} gives the id back. */
export function fileNameOf(id: string): string {
  const safe = encodeURIComponent(id).replace(/[*'()!~]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());
  return /^\.+$/.test(safe) ? safe.replaceAll(".", "%2E") : safe;
}

/** The article id that a file name stands for. */
export function idOfFile(stem: string): string {
  try {
    return decodeURIComponent(stem);
  } catch {
    return stem;
  }
}
