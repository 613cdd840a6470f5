import { shiftClock } from './shift-clock.ts';

shiftClock(Number(process.env['TEST_CLOCK_SHIFT']));
