import js from "@eslint/js";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: [".train/", "dist/", "docs/api/", "node_modules/", "output/", "coverage/"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  regexp.configs["flat/recommended"],
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "no-console": "error",
      "regexp/no-super-linear-backtracking": "error",
      "regexp/no-super-linear-move": "error",
    },
  },
  // The parts of a page's script share one scope, which is put together when they are embedded (web/embed.ts).
  {
    files: ["web/report/**", "web/score-report/**"],
    languageOptions: { sourceType: "script" },
    rules: { "no-undef": "off", "no-unused-vars": "off", "@typescript-eslint/no-unused-vars": "off" },
  },
  // The grammar of casualty figures is lists of rows and short functions, so that a newcomer can change one.
  { files: ["src/recognize/casualties/**"], rules: { complexity: ["error", 30] } },
  { files: ["bench/**", "tests/**"], rules: { "no-console": "off", "@typescript-eslint/no-non-null-assertion": "off" } },
);
