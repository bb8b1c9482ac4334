// Opens documents of the HTML report in Chromium, as a reader would: node browser.mjs FILE...
// Fails where one logs an error, asks the network for anything, cannot be used by keyboard, breaks a rule of
// axe-core, is wider than its window, or prints without one of the resources that it names.
// HTML_TOOLS names the folder in which playwright-core and axe-core are installed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const tools = createRequire(join(resolve(process.env.HTML_TOOLS), 'package.json'));
const { chromium } = tools('playwright-core');
const axe = readFileSync(tools.resolve('axe-core/axe.min.js'), 'utf8');
const scratch = mkdtempSync(join(tmpdir(), 'hipaactl-html-'));
// A larger document is looked at as it opens, and printed once: its rows are like those of the others.
const isLarge = (file) => readFileSync(file).length > 2_000_000;

const problems = [];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
for (const file of process.argv.slice(2)) {
  const started = Date.now();
  const found = problems.length;
  for (const [width, colorScheme] of [[1280, 'light'], [390, 'dark']]) {
    await read(file, width, colorScheme);
  }
  await keyboard(file);
  for (const javaScriptEnabled of isLarge(file) ? [false] : [true, false]) {
    await print(file, javaScriptEnabled);
  }
  console.log(`${basename(file)}: ${problems.length - found || 'no'} problems, ${Date.now() - started} ms`);
}
await browser.close();
rmSync(scratch, { recursive: true });
problems.forEach((p) => console.error(p));
process.exit(problems.length ? 1 : 0);

// opened is a page that reports what must not happen.
async function opened(file, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const say = (what) => problems.push(`${basename(file)}: ${what}`);
  const url = 'file://' + resolve(file);
  page.on('console', (m) => say(`console: ${m.text()}`));
  page.on('pageerror', (e) => say(`error: ${e.message}`));
  page.on('request', (r) => r.url() === url || say(`request of ${r.url()}`));
  await page.goto(url);
  return { page, say, close: () => context.close() };
}

// read checks structure, contrast and width in one window.
async function read(file, width, colorScheme) {
  const at = `at ${width}, ${colorScheme}`;
  const { page, say, close } = await opened(file, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
  if (!isLarge(file)) await page.click('#expand');
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) say(`${at}: ${over} pixels wider than the window`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate((exclude) => axe.run({ exclude }, { resultTypes: ['violations'] }), isLarge(file) ? ['.body'] : []);
  for (const v of violations) say(`${at}: ${v.id}: ${v.help}: ${v.nodes.length} times, as in ${v.nodes[0].html.slice(0, 200)} (${v.nodes[0].any.map((c) => c.message)})`);
  await close();
}

// keyboard goes through the page with the tab key alone.
async function keyboard(file) {
  const { page, say, close } = await opened(file, { viewport: { width: 1280, height: 900 } });
  const want = await page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button, summary, [tabindex="0"]')].filter((e) => e.checkVisibility({ contentVisibilityAuto: true }));
    all.forEach((e, i) => { e.dataset.stop = i; });
    return all.length;
  });
  const reached = new Set();
  const stops = Math.min(want, 400);
  for (let i = 0; i < stops; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => document.activeElement.dataset.stop);
    if (i === 0 && stop !== '0') say('the first stop of the tab key is not the skip link');
    reached.add(stop);
  }
  if (reached.size !== stops) say(`the tab key reaches ${reached.size} of ${stops} links, buttons and summaries`);
  await page.reload();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  if (await page.evaluate(() => document.activeElement.id) !== 'main') say('the skip link does not lead to the report');
  const rule = page.locator('details.rule > summary').first();
  if (await rule.count()) {
    const open = () => page.evaluate(() => document.querySelector('details.rule').open);
    const before = await open();
    await rule.focus();
    await page.keyboard.press('Enter');
    if (await open() === before) say('a rule does not open by the keyboard');
  }
  await close();
}

// print makes a PDF, in which every resource has to stand.
async function print(file, javaScriptEnabled) {
  const { page, say, close } = await opened(file, { javaScriptEnabled });
  const pdf = join(scratch, 'out.pdf');
  await page.pdf({ path: pdf, format: javaScriptEnabled ? 'A4' : 'Letter', printBackground: true });
  await close();
  const reader = await opened(file, {});
  const named = await reader.page.evaluate(() => [...document.querySelectorAll('tbody th > code:first-child')].map((e) => e.textContent));
  await reader.close();
  const plain = (s) => s.replace(/\s+/g, '');
  const text = plain(execFileSync('pdftotext', ['-raw', pdf, '-'], { maxBuffer: 1 << 30 }).toString());
  const lost = named.filter((n) => !text.includes(plain(n)));
  if (lost.length) say(`printed ${javaScriptEnabled ? 'with' : 'without'} scripts it lacks ${lost.length} of ${named.length} resources, as ${lost[0]}`);
}
