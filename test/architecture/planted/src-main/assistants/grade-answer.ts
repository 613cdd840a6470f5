// breaks: room-assistants
import { runSuite } from '../harness/run-suite.ts';

export const gradeAnswer = runSuite;
