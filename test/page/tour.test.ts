// The guided tour against the real product: every step done for the reader, each waiting for what really happened.
import { expect, onTestFinished, test } from 'vitest';
import { openHouse } from '../support/house.ts';
import { look, withBrowser } from './support.ts';

withBrowser();

test('“替我做” plays the whole round from an empty database to a public record and a reminder', { timeout: 300_000 }, async () => {
  const house = await openHouse();
  onTestFinished(() => house.close());
  const page = await look(house.platform, '', { reducedMotion: 'reduce' });
  page.setDefaultTimeout(60_000);
  await page.getByRole('button', { name: '开始导览' }).click();
  const count = page.locator('.tour-count');
  const steps = Number(/\/ (\d+)/.exec((await count.textContent()) ?? '')?.[1]);
  expect(steps).toBe(23);
  for (let step = 1; step <= steps; step += 1) {
    await count.filter({ hasText: new RegExp(`^${step} / `) }).waitFor();
    await page.locator('[data-tour="do"]:not([aria-busy])').click();
  }
  await page.locator('.tour-done').waitFor();
  const books = await house.product.office.store.read(async (read) => ({
    draw: await read.draws.get('2026-0001'),
    publications: await read.publications.ofTask('2026-01'),
    assignments: await read.assignments.ofTask('2026-01'),
  }));
  expect(books.draw?.state).toBe('settled');
  expect(books.publications.map(({ state }) => state)).toEqual(['published']);
  expect(books.assignments.map(({ findings }) => findings?.rectifyBy)).toEqual(['2026-03-17']);
});
