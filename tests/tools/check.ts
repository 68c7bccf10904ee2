import { CHECKS, passes, type Step } from './steps.ts';

const unit: Step = { name: 'unit tests', command: ['vitest', 'run', '--project', 'unit'] };
const failed = [...CHECKS, unit].filter((step) => !passes(step));

if (failed.length > 0) console.log(`Not right: ${failed.map(({ name }) => name).join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
