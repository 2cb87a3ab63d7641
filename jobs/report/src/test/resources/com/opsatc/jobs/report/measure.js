// Opens the page in frames of several widths and lists what covers something else, is cut, or leaves the page.
const WIDTHS = [360, 768, 1280, 1920];
const SLACK = 1; // Pixels that rounding takes.

function name(element) {
  return (element.getAttribute('class') || element.tagName) + ' "' + element.textContent.trim().slice(0, 40) + '"';
}

function overlap(a, b) {
  return a.left < b.right - SLACK && b.left < a.right - SLACK && a.top < b.bottom - SLACK && b.top < a.bottom - SLACK;
}

function within(a, b) {
  return a.left >= b.left - SLACK && a.right <= b.right + SLACK && a.top >= b.top - SLACK && a.bottom <= b.bottom + SLACK;
}

function drawing(svg, width, say) {
  const frame = svg.getBoundingClientRect();
  if (frame.width === 0) return 0;
  if (svg.matches('.trend') && frame.right > width + SLACK) say('a chart leaves the page');
  const texts = [...svg.querySelectorAll('text')].map(text => ({text, box: text.getBoundingClientRect()}))
      .filter(one => one.box.width > 0);
  texts.forEach((one, i) => {
    if (!within(one.box, frame)) say(name(one.text) + ' leaves its drawing');
    texts.slice(i + 1).filter(two => overlap(one.box, two.box))
        .forEach(two => say(name(one.text) + ' covers ' + name(two.text)));
    const node = one.text.closest('.node');
    [...svg.querySelectorAll('.node')].forEach(other => {
      const box = other.querySelector('rect').getBoundingClientRect();
      if (other === node && !within(one.box, box)) say(name(one.text) + ' leaves its box');
      if (other !== node && overlap(one.box, box)) say(name(one.text) + ' covers the box ' + name(other));
    });
  });
  return texts.length;
}

function measure(page, width, say) {
  page.querySelectorAll('details').forEach(details => { details.open = true; });
  const root = page.documentElement;
  if (root.scrollWidth > root.clientWidth) say('the page is ' + root.scrollWidth + ' wide');
  let cells = 0;
  page.querySelectorAll('.stacked td, .stacked tbody th').forEach(cell => {
    const box = cell.getBoundingClientRect();
    cells++;
    if (box.left < 0 || box.right > width || cell.scrollWidth > cell.clientWidth + SLACK) say(name(cell) + ' is cut');
  });
  page.querySelectorAll('.tile, .finding, .shared-caveats, .period dd').forEach(part => {
    if (part.scrollWidth > part.clientWidth + SLACK) say(name(part) + ' is cut');
  });
  let labels = 0;
  const levels = [...page.querySelectorAll('.choice > input')];
  for (const level of levels.length ? levels : [null]) {
    if (level) level.checked = true;
    page.querySelectorAll('svg').forEach(svg => { labels += drawing(svg, width, say); });
  }
  return cells > 0 && labels > 0;
}

window.onload = async () => {
  const page = new TextDecoder().decode(Uint8Array.from(atob(PAGE), c => c.charCodeAt(0)));
  const said = [];
  for (const width of WIDTHS) {
    const frame = document.createElement('iframe');
    frame.width = width;
    frame.height = 2000;
    frame.style.border = 0;
    const loaded = new Promise(resolve => { frame.onload = resolve; });
    frame.srcdoc = page;
    document.body.append(frame);
    await loaded;
    const say = text => said.push(width + ': ' + text);
    if (!measure(frame.contentDocument, width, say)) say('nothing to measure');
    frame.remove();
  }
  document.getElementById('said').textContent = [...new Set(said)].slice(0, 40).concat('measured').join('\n');
};
