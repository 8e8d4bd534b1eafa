import { defineConfig } from "vitest/config";

// The Go binary serves dist at its root. `npm run dev` serves the sources and asks a running binary for the data.
export default defineConfig({
  build: {
    target: "es2022",
    // Data addresses would need a wider policy; every asset is a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        // Few files, so that a view is one request for code: what most views share comes with the first load, what draws is
        // one file with d3, and the lists are one.
        codeSplitting: {
          groups: [
            { name: "drawing", priority: 1, test: /src\/(chain\/|view\/(chain|path|embed))|node_modules\/d3-/ },
            { name: "lists", priority: 1, test: /src\/view\/(citedBy|common|compare|findings|mandates|matrix|naming|redLinks)/ },
            {
              name: "base",
              priority: 2,
              test: /src\/(part\/|[\w]+\.tsx?$|api\/|view\/(start|search|reader))|node_modules\/(preact|@preact)|vite\/preload/,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: { "/graphql": "http://127.0.0.1:8080", "/export": "http://127.0.0.1:8080" },
  },
  test: { include: ["test/unit/**/*.test.ts"] },
});
