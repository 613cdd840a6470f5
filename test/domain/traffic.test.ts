import { expect, test } from 'vitest';
import { createTraffic } from '../../src-main/domain/traffic.ts';

const forever = 2 ** 30;

test('long work goes on when so many calls have ended, failed ones included, and not before', async () => {
  const traffic = createTraffic();
  const call = traffic.count((fails: boolean) => (fails ? Promise.reject(new Error('refused')) : Promise.resolve(7)));
  expect(await call(false)).toBe(7);
  let passed = false;
  const pass = traffic.pass(2, forever).then(() => (passed = true));
  await call(false);
  expect(passed).toBe(false);
  await expect(call(true)).rejects.toThrow('refused');
  await pass;
  expect(traffic.begun).toBe(3);
});

test('calls that do not come are not waited for without end', async () => {
  const traffic = createTraffic();
  await traffic.pass(1, 1);
  expect(traffic.begun).toBe(0);
});
