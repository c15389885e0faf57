/** Plain text as HTML that shows it, line by line. */
export const textToHtml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
