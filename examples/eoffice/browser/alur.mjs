// A full case with a return, as people click it: `node alur.mjs ADDRESS SCREENSHOTS`.
import { chromium } from 'playwright-core';
import assert from 'node:assert/strict';

const [address, folder] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
const problems = [];
page.on('pageerror', (error) => problems.push(String(error)));
page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
const picture = (name) => page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });

await page.goto(address);
await page.getByLabel('Perihal berkas baru').fill('Monev bantuan sosial triwulan I');
await page.getByRole('button', { name: 'Buka berkas' }).click();
await page.getByRole('heading', { level: 1, name: /Berkas 1: Monev/ }).waitFor();

const url = page.url();

// Nothing goes on without its papers, and the page says which are missing.
await page.getByRole('button', { name: 'Selesai' }).click();
assert.match(await page.getByRole('alert').innerText(), /kelengkapan yang belum ada: TOR, ROK, Konsep SK Tim/);
await picture('ditolak');

let returned = 0;
let steps = 0;
let shot = false;
for (; steps < 60; steps += 1) {
  const section = page.locator('section.langkah');
  if (await section.count() === 0) break;
  // Whoever has it finds it in the inbox.
  const actor = await section.locator('input[name=pelaksana]').first().getAttribute('value');
  await page.goto(`${address}/kotak/${actor}`);
  if (steps === 3) await picture('kotak');
  await page.getByRole('link', { name: /Monev bantuan sosial/ }).click();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  const no = page.getByRole('button', { name: /^Tidak/ });
  if (returned < 2 && await no.count() > 0) {
    returned += 1;
    await no.click();
  } else {
    if (!shot && returned === 2) { await picture('berkas'); shot = true; }
    await page.locator('section.langkah button').first().click();
  }
  assert.equal(await page.getByRole('alert').count(), 0);
}
assert.equal(page.url(), url);
await page.getByText('Berakhir: selesai').waitFor();
const history = await page.locator('tbody tr').allInnerTexts();
assert.equal(returned, 2);
assert.equal(history.filter((row) => / – tidak, belum memenuhi syarat/.test(row)).length, 2);
assert.equal(history.length, 3 + 14 + 2 * 2);
await picture('riwayat');

// Every control has a name, and the page is read in order.
await page.goto(address);
for (const control of await page.locator('input:not([type=hidden]), button').all()) {
  const named = await control.evaluate((it) => (it.labels?.length ?? 0) > 0 || it.innerText.trim() !== '');
  assert.ok(named);
}
await page.keyboard.press('Tab');
assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Langsung ke isi');
await picture('semua');
await page.goto(`${address}/terlambat`);
await page.getByRole('heading', { level: 1, name: 'Terlambat' }).waitFor();
assert.deepEqual(problems.filter((it) => !/409/.test(it)), []);
await browser.close();
console.log(`peramban: ${steps} langkah, ${returned} pengembalian, ${history.length} peristiwa`);
