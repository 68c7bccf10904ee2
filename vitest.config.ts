import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      // A law is tried on many inputs: on a busy machine that takes its time.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000 } },
      {
        test: {
          name: 'db',
          include: ['supabase/tests/**/*.test.ts'],
          // Each file has databases of its own.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'ground',
          include: ['tests/ground/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
