/** Draws a curve with ECharts, in the colours of the page and of its appearance. */
import { useComputedColorScheme } from '@mantine/core';
import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../app/format.ts';
import type { LinePoint } from './line-point.ts';

use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

interface Props {
  points: readonly LinePoint[];
  name: string;
}

const MONTHS = 70 * 86_400_000;

function optionOf(points: readonly LinePoint[], name: string, format: Format, language: string) {
  const styles = getComputedStyle(document.documentElement);
  const colour = (meaning: string) => styles.getPropertyValue(`--${meaning}`).trim();
  const text = { color: colour('ink-3'), fontSize: 12, fontFamily: getComputedStyle(document.body).fontFamily };
  const day = (at: number) => format.dayOf(new Date(at));
  const span = (points.at(-1)?.at ?? 0) - (points[0]?.at ?? 0);
  const month = (at: number) =>
    new Intl.DateTimeFormat(language, { month: 'short', ...(day(at).slice(5, 7) === '01' ? { year: 'numeric' } : {}) }).format(at);
  const tick = (at: number) => (span > MONTHS ? month(at) : format.day(day(at)));
  return {
    animation: false,
    grid: { left: 4, right: 12, top: 12, bottom: 4, containLabel: true },
    xAxis: {
      type: 'time' as const,
      min: points[0]?.at,
      max: points.at(-1)?.at,
      axisLine: { lineStyle: { color: colour('field') } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { ...text, hideOverlap: true, formatter: tick },
      minInterval: span > MONTHS ? 28 * 86_400_000 : 86_400_000,
    },
    yAxis: {
      type: 'value' as const,
      min: 0,
      splitNumber: 3,
      // What is drawn is counted: no step between two whole numbers.
      minInterval: 1,
      splitLine: { lineStyle: { color: colour('line') } },
      axisLabel: { ...text, formatter: (value: number) => format.compact(value) },
    },
    tooltip: {
      trigger: 'axis' as const,
      // Drawn, not written as HTML: the page's content policy needs no exception for it.
      renderMode: 'richText' as const,
      backgroundColor: colour('card'),
      borderColor: colour('line'),
      textStyle: { ...text, color: colour('ink') },
      axisPointer: { lineStyle: { color: colour('field') } },
      formatter: (found: unknown) => {
        const [at, value] = (found as { value: [number, number] }[])[0]?.value ?? [0, 0];
        return `${format.day(day(at))}\n${name}: ${format.number(value)}`;
      },
    },
    series: [
      {
        type: 'line' as const,
        name,
        data: points.map(({ at, value }) => [at, value]),
        // Nothing lies outside; a clip would be lost when the place changes its size.
        clip: false,
        showSymbol: points.length < 16,
        symbolSize: 6,
        lineStyle: { width: 2.5, color: colour('link') },
        itemStyle: { color: colour('link') },
        areaStyle: { color: colour('lake-4'), opacity: 1 },
      },
    ],
  };
}

export function LineChartPicture({ points, name }: Props) {
  const format = useFormat();
  const { i18n } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);

  useEffect(() => {
    const node = place.current;
    if (!node) return;
    const made = init(node, null, { renderer: 'svg' });
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(node);
    return () => {
      observer.disconnect();
      made.dispose();
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the appearance changes the colours that are read
  useEffect(() => {
    // The colours are there once the page has taken the appearance.
    const frame = requestAnimationFrame(() => chart.current?.setOption(optionOf(points, name, format, i18n.language)));
    return () => cancelAnimationFrame(frame);
  }, [points, name, format, scheme, i18n.language]);

  return <div ref={place} aria-hidden />;
}
