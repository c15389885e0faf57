/**
 * Colors of the dark are written once, in `@dark { … }`: they hold where the system is dark and the reader did not choose light,
 * and where the reader chose dark. Paper is light.
 */
export const spreadDark = (css: string): string =>
  css.replace(
    /@dark\s*\{([^{}]*)\}/g,
    (_, colors: string) =>
      `@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){color-scheme:dark;${colors}}}` +
      `@media screen{:root[data-theme="dark"]{color-scheme:dark;${colors}}}`,
  );
