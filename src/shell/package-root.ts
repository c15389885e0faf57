import { fileURLToPath } from "node:url";

/** The root of the package, where `lexicons/` and `models/` lie, both in the checkout and when installed. */
export const PACKAGE_ROOT = fileURLToPath(new URL("../../", import.meta.url));
