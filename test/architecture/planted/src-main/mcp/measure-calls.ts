// breaks: sources-without-tests
import { sampleCalls } from '../../test/sample-calls.ts';

export const measureCalls = sampleCalls;
