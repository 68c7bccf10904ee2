import { globSync, readFileSync } from 'node:fs';
import { importFaults } from './import-rules.ts';
import { linkFaults } from './link-rules.ts';

const files = globSync(['src/**/*.{ts,tsx,astro,mdx}', 'functions/**/*.{ts,tsx}']).map((file) => file.replaceAll('\\', '/'));
const faults = files.flatMap((file) => {
  const source = readFileSync(file, 'utf8');
  return [...importFaults(file, source), ...linkFaults(file, source)];
});

for (const fault of faults) console.error(fault);
console.log(`${files.length} files, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
