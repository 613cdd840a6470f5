import { expect, test } from 'vitest';
import { openApp } from '../support/open-app.ts';
import { spendFirstFiveMinutes } from './first-five-minutes.ts';
import { guideMoments } from './guide-pictures.ts';

test('in a browser: enable, make a key, connect, take a tool away, see both calls, edit a ticket and see the trace', async () => {
  const app = await openApp({ args: [] });
  try {
    const moments: string[] = [];
    await spendFirstFiveMinutes({ ...app, picture: async (name) => void moments.push(name) });
    expect(moments).toEqual(guideMoments);
    // Neither a cookie nor the one-time token stays behind.
    expect(await app.page.context().cookies()).toEqual([]);
    expect(app.page.url()).not.toContain('token');
    expect(app.troubles).toEqual([]);
  } finally {
    await app.close();
  }
}, 60_000);
