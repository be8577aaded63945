// What a press is answered with at once: one short sentence for each thing that was done.
import { say } from './words.ts';

/** Toasts that are not plain success. */
const LOOKS: Readonly<Record<string, 'info' | 'warning'>> = {
  'see-private': 'info',
  'forecast-coming': 'info',
  'draw-computing': 'info',
  'file-coming': 'info',
  'dice-differ': 'warning',
  'lottery-differ': 'warning',
  'import-moved-on': 'warning',
};

/** The toast of a key under `toast:` in `words.yaml`. */
export function toastOf(key: string): { readonly look: 'success' | 'info' | 'warning'; readonly text: string } {
  return { look: LOOKS[key] ?? 'success', text: say(`toast.${key}`) };
}
