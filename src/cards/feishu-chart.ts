// A chart as a VChart spec without functions. The numbers stand beside it as text, for clients that draw none.
import type { Block } from './card.ts';
import type { JsonObject } from './json.ts';
import { clipLine } from './plain.ts';

type Chart = Extract<Block, { kind: 'chart' }>;

/** The chart element. */
export function chartJson(chart: Chart): JsonObject {
  const values = chart.points.map(({ label, series, value }) => ({
    label: clipLine(label, 40),
    series: clipLine(series ?? '', 40),
    value,
  }));
  return {
    tag: 'chart',
    aspect_ratio: '16:9',
    color_theme: 'brand',
    preview: true,
    chart_spec: {
      type: chart.type,
      title: { text: clipLine(chart.title, 60) },
      data: { values },
      ...fields(chart),
      label: { visible: true },
    },
  };
}

function fields({ type, points }: Chart): JsonObject {
  if (type === 'pie') return { categoryField: 'label', valueField: 'value', legends: { visible: true, orient: 'bottom' } };
  const hasSeries = points.some(({ series }) => series !== undefined);
  if (!hasSeries) return { xField: 'label', yField: 'value' };
  return {
    xField: type === 'bar' ? ['label', 'series'] : 'label',
    yField: 'value',
    seriesField: 'series',
    legends: { visible: true, orient: 'bottom' },
  };
}

/** The chart's numbers in words: `律师事务所：抽中 3，已查 2；公证处：…`. */
export function chartText({ points }: Pick<Chart, 'points'>): string {
  const byLabel = new Map<string, string[]>();
  for (const { label, series, value } of points) {
    byLabel.set(label, [...(byLabel.get(label) ?? []), series === undefined ? String(value) : `${series} ${value}`]);
  }
  return [...byLabel].map(([label, parts]) => `${label}：${parts.join('，')}`).join('；');
}
