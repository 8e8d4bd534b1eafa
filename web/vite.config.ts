import { defineConfig } from "vitest/config";

// The Go binary serves dist at its root. `npm run dev` serves the sources and asks a running binary for the data.
export default defineConfig({
  build: {
    target: "es2022",
    // Data addresses would need a wider policy; every asset is a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    reportCompressedSize: true,
  },
  server: {
    proxy: { "/graphql": "http://127.0.0.1:8080", "/export": "http://127.0.0.1:8080" },
  },
  test: { include: ["test/unit/**/*.test.ts"] },
});
