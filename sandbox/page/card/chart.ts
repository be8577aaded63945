// A card's chart: VChart draws it, and is fetched only when the first card with a chart is shown.
import { el } from '../dom.ts';
import { asNode, asText, type CardNode } from './node.ts';

interface Drawing {
  readonly renderSync: () => unknown;
  readonly release: () => void;
}
type Maker = new (spec: object, options: object) => Drawing;

const RATIOS: Readonly<Record<string, string>> = { '1:1': '1 / 1', '2:1': '2 / 1', '4:3': '4 / 3', '16:9': '16 / 9' };
const DARK = '(prefers-color-scheme: dark)';
const INK = { light: '#646a73', dark: '#a6a9ae' };

let maker: Promise<Maker> | undefined;

function load(): Promise<Maker> {
  maker ??= new Promise((resolve, reject) => {
    const script = el('script', { src: '/sandbox/vendor/vchart.js' });
    script.addEventListener('load', () => {
      const found = (globalThis as { readonly VChart?: { readonly default?: Maker; readonly VChart?: Maker } }).VChart;
      const made = found?.default ?? found?.VChart;
      if (made) resolve(made);
      else reject(new Error('no VChart'));
    });
    script.addEventListener('error', () => reject(new Error('VChart did not load')));
    document.head.append(script);
  });
  maker.catch(() => {
    maker = undefined;
  });
  return maker;
}

function themed(spec: CardNode): object {
  const ink = matchMedia(DARK).matches ? INK.dark : INK.light;
  const title = asNode(spec['title']);
  return {
    ...spec,
    background: 'transparent',
    animation: false,
    padding: spec['padding'] ?? [4, 8, 4, 4],
    color: spec['color'] ?? ['#3370ff', '#34c3a5', '#ff8800', '#7a5af0', '#e5588e', '#8f959e'],
    // On a dark ground the halo that VChart draws around a bar's number swallows it; above the bar it needs none.
    ...(spec['type'] === 'bar' && asNode(spec['label'])['visible'] === true
      ? { label: { position: 'outside', style: { fill: ink, lineWidth: 0 }, ...asNode(spec['label']) } }
      : {}),
    ...(title['text'] ? { title: { ...title, textStyle: { fontSize: 14, fill: ink } } } : {}),
  };
}

async function draw(box: HTMLElement, spec: CardNode): Promise<void> {
  try {
    const Chart = await load();
    const theme = matchMedia(DARK).matches ? 'dark' : 'light';
    const drawing = new Chart(themed(spec), { dom: box, theme, mode: 'desktop-browser' });
    drawing.renderSync();
    box.classList.remove('chart-waiting');
  } catch {
    box.classList.remove('chart-waiting');
    box.textContent = '图表没有画出来，数字见卡片里的文字';
  }
}

/** A `chart`; drawn once it is in the page, and again when the colour scheme changes. */
export function chart(node: CardNode): HTMLElement {
  const spec = asNode(node['chart_spec']);
  const box = el('div', {
    class: 'chart chart-waiting',
    role: 'img',
    'aria-label': `图表：${asText(asNode(spec['title'])['text'], '见上文数字')}`,
  });
  box.style.aspectRatio = RATIOS[asText(node['aspect_ratio'])] ?? '16 / 9';
  const watcher = new IntersectionObserver((seen) => {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    watcher.disconnect();
    void draw(box, spec);
  });
  watcher.observe(box);
  return box;
}
