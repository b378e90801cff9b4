// How long it takes from an address is opened until the levers answer, on a fast machine or a slow phone.

// Runs before the page's own scripts: moves the first lever in every frame until the verdict answers.
function waitForAnswer() {
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  let high = false;
  const told = () => document.querySelector("#dommen")?.textContent;
  function attempt() {
    const slider = document.querySelector('input[type="range"]');
    const before = told();
    if (!slider || !before) return requestAnimationFrame(attempt);
    high = !high;
    setValue.call(slider, high ? slider.max : slider.min);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    requestAnimationFrame(() => {
      if (told() === before) return attempt();
      window.answeredAfter = performance.now();
    });
  }
  requestAnimationFrame(attempt);
}

/** A phone on a slow network: 1.6 Mbit/s, 150 ms, and a processor four times as slow. */
export const SLOW_PHONE = { megabits: 1.6, latency: 150, slowdown: 4 };

/** Milliseconds until the levers answer, and the bytes that were sent, in a browser that has nothing stored. */
export async function firstAnswer(browser, url, slow) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  let bytes = 0;
  client.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  if (slow) {
    const throughput = (slow.megabits * 1_000_000) / 8;
    const network = { latency: slow.latency, downloadThroughput: throughput, uploadThroughput: throughput };
    await client.send("Network.emulateNetworkConditions", { offline: false, ...network });
    await client.send("Emulation.setCPUThrottlingRate", { rate: slow.slowdown });
  }
  await page.addInitScript(waitForAnswer);
  await page.goto(url, { waitUntil: "commit" });
  const answered = await page.waitForFunction(() => window.answeredAfter, null, { timeout: 60_000 });
  const ms = await answered.jsonValue();
  await context.close();
  return { ms, bytes };
}
