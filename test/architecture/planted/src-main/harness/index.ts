// breaks: workbench/index-is-register
export { runSuite } from './run-suite.ts';
