// See `.ci/html`.
"use strict";
const { chromium } = require("playwright-core");
const { execFileSync } = require("child_process");
const fs = require("fs");
const path = require("path");

const [sop, work, pictures] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const args = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const screens = { ponsel: { width: 390, height: 844 }, layar: { width: 1280, height: 800 } };
const faults = [];
const expect = (truth, what) => { if (!truth) faults.push(what); };

async function look(browser, file, kind) {
  const name = path.basename(file);
  const context = await browser.newContext({ viewport: screens[kind], bypassCSP: true });
  const page = await context.newPage();
  page.on("pageerror", error => faults.push(`${name} ${kind}: ${error}`));
  page.on("request", request => {
    expect(/^(file|blob|data):/.test(request.url()), `${name} ${kind}: asks for ${request.url()}`);
  });
  await page.goto("file://" + file);
  await page.evaluate(axe);
  const found = await page.evaluate(rules => axe.run(document, { runOnly: rules }), rules);
  for (const it of found.violations) faults.push(`${name} ${kind}: axe ${it.id}, ${it.nodes.length} times: ${it.nodes[0].html.slice(0, 160)}`);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond <= 0, `${name} ${kind}: ${beyond} pixels wider than the screen`);
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}-${kind}.png`) });
  await context.close();
  return found.passes.length;
}

async function fill(browser, file) {
  const context = await browser.newContext({ viewport: screens.ponsel, acceptDownloads: true, bypassCSP: true });
  const page = await context.newPage();
  page.on("dialog", dialog => dialog.accept());
  const field = name => page.locator(`[name="${name}"]`);
  const status = () => page.locator("[role=status]").textContent();
  const save = async kind => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(`[data-do=${kind}]`)]);
    const to = path.join(work, download.suggestedFilename());
    await download.saveAs(to);
    return to;
  };
  const open = to => page.setInputFiles("input[type=file]", to);
  await page.goto("file://" + file);
  await field("berkas.nomor").fill("12/2026");
  await field("berkas.nomor").blur();
  await field("1.mulai").fill("2026-03-02T08:00");
  await field("1.selesai").fill("2026-03-02T08:20");
  await field("1.kelengkapan.1").check();
  await field("1.kelengkapan.2@2").check();
  await field("2.selesai").fill("2026-03-02T09:00");
  await page.locator('[name="2.hasil"][value=tidak]').check();
  await page.locator('[name="2.hasil@2"][value=ya]').check();
  await field("berkas.catatan").fill('Catatan; dengan "tanda",\ndua baris');
  const json = await save("json"), csv = await save("csv");
  await page.reload();
  expect(await field("1.selesai").inputValue() === "2026-03-02T08:20", "what was filled in is gone after a reload");
  expect(await page.locator('[name="2.hasil"][value=tidak]').isChecked(), "the outcome is gone after a reload");
  await page.click("[data-do=new]");
  expect(await field("1.selesai").inputValue() === "", "a new case begins with what was filled in before");
  for (const file of [json, csv]) {
    await page.selectOption("#cases", "12/2026");
    await page.click("[data-do=clear]");
    expect(await field("1.selesai").inputValue() === "", "clearing left something");
    await open(file);
    await page.waitForFunction(() => document.querySelector('[name="1.selesai"]').value !== "");
    expect(await field("1.kelengkapan.2@2").isChecked(), `${path.extname(file)} lost a tick`);
    expect((await field("berkas.catatan").inputValue()).includes('"tanda",\ndua'), `${path.extname(file)} lost a text`);
  }
  const other = path.join(work, "lain.json");
  fs.writeFileSync(other, fs.readFileSync(json, "utf8").replace(/"sidik": "[0-9a-f]{4}/, '"sidik": "ffff'));
  const before = await status();
  await open(other);
  await page.waitForFunction(before => document.querySelector("[role=status]").textContent !== before, before);
  expect(/sidik/.test(await status()), `another version is answered with: ${await status()}`);
  // What the page gives out is what `sop rekam` reads.
  const reports = [json, csv].map(file => {
    const printed = execFileSync(sop, ["rekam", "sops/monev.sop", file, "--format", "json"], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    const report = JSON.parse(printed);
    expect(report.unread.length === 0, `sop rekam does not read ${path.basename(file)}: ${JSON.stringify(report.unread)}`);
    return JSON.stringify(report.cases.map(({ case: number, steps }) => [number, steps]));
  });
  expect(reports[0] === reports[1], "JSON and CSV say different things");
  expect(reports[0].includes('"2 (tidak)"'), `sop rekam misses the outcome: ${reports[0]}`);
  await context.close();
}

// On paper the signatures, what is read below them and the last line are on one page, however many rows stand above.
async function print(browser, file) {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto("file://" + file);
  const rows = await page.locator("main table tbody").count();
  for (let kept = rows; kept > 1; kept--) {
    const to = path.join(work, "cetak.pdf");
    await page.pdf({ path: to, preferCSSPageSize: true });
    const text = execFileSync("pdftotext", ["-layout", to, "-"], { encoding: "utf8" });
    const last = text.split("\f").filter(page => page.trim()).pop();
    expect(/Diperiksa oleh/.test(last) && / · [0-9a-f]{4}-/.test(last), `${path.basename(file)}: with ${kept} rows the last page is ${last.trim()}`);
    await page.evaluate(() => [...document.querySelectorAll("main table tbody")].pop().remove());
  }
  await context.close();
  return rows;
}

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args });
  let count = 0, least = Infinity;
  for (const lang of ["id", "en"]) {
    const folder = path.join(work, lang);
    for (const name of fs.readdirSync(folder).filter(name => name.endsWith(".html")).sort()) {
      for (const kind of Object.keys(screens)) {
        least = Math.min(least, await look(browser, path.join(folder, name), kind));
        count += 1;
      }
    }
  }
  await fill(browser, path.join(work, "id", "monev.checklist.html"));
  let printed = "";
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    printed = `; printed with 2 to ${await print(browser, path.join(work, "id", "monev.checklist.html"))} rows`;
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    printed = "; not printed, because poppler cannot be had";
  }
  await browser.close();
  faults.forEach(fault => console.error(fault));
  if (faults.length) process.exit(1);
  console.log(`html: ${count} views without a fault (at least ${least} axe rules passed in each); filled in, kept, given out and read back${printed}`);
})();
