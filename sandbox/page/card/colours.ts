// Feishu's colour names, as classes of the style sheet (`tint-blue`); an unknown name becomes a known one.

const HUES = ['blue', 'wathet', 'turquoise', 'green', 'yellow', 'orange', 'red', 'carmine', 'violet', 'purple', 'indigo', 'grey'];

/** The class of a header template, tag or font colour. */
export function tint(name: string, otherwise = 'plain'): string {
  const hue = name
    .replace(/[-_]?\d+$/, '')
    .replace('neutral', 'grey')
    .replace('lime', 'green');
  return `tint-${HUES.includes(hue) ? hue : otherwise}`;
}
