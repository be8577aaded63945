// The draws as the product holds them: locked, witnessed and settled by `src/domain/ssj`; only a witness's words differ from draw to draw.
import type { DrawRecord, InspectorRow, Recusal, RosterRow, Rules } from '../../src/domain/record.ts';
import { lockDraw } from '../../src/domain/ssj/lock.ts';
import { settle } from '../../src/domain/ssj/settle.ts';
import type { ObjectCase, ObjectDraw, TeamCase, TeamDraw } from './cases.ts';
import { counterDigest } from './counter.ts';

/** Draws the institutions of a case; nobody inspects them. */
export function productObjects({ name, pool, quota, weights }: ObjectCase): ObjectDraw {
  const roster = Array.from({ length: pool }, (_, i) => rowOf(i, 'lawfirm', weights ? `weight-${weights[i] ?? 1}` : null));
  const stratum = { id: 'lawfirm', category: 'lawfirm', num: quota, den: pool, min: 0, base: 'pool' } as const;
  const rules: Rules = {
    document: '示例文〔2026〕3号',
    strata: [stratum],
    weights: Object.fromEntries((weights ?? []).map((weight) => [`weight-${weight}`, weight])),
    team: { size: 2, lead: false },
  };
  const draw = drawing(name, { roster, inspectors: [], recusals: [], rules });
  const number = numbers(roster);
  return (counter) => {
    const { drawn = [], reserve = [] } = draw(counter).objects[0] ?? {};
    return { drawn: drawn.map(number), reserve: reserve.map(number) };
  };
}

/** Draws the teams of a case; all its institutions are drawn, so that chance is in their order and in the teams. */
export function productTeams({ name, institutions, inspectors, team }: TeamCase): TeamDraw {
  const roster = institutions.map(({ category }, i) => rowOf(i, category, null));
  const people = inspectors.map((row, i): InspectorRow => ({ id: `P${String(i + 1).padStart(3, '0')}`, load: 0, excluded: null, ...row }));
  const recusals = institutions.flatMap(({ recused }, object) =>
    recused.map((inspector): Recusal => ({ object: roster[object]?.id ?? '', inspector: people[inspector]?.id ?? '' })),
  );
  const categories = [...new Set(institutions.map(({ category }) => category))];
  const strata = categories.map((category) => ({ id: category, category, num: 1, den: 1, min: 0, base: 'pool' as const }));
  const draw = drawing(name, { roster, inspectors: people, recusals, rules: { document: '示例文〔2026〕3号', strata, weights: {}, team } });
  const number = numbers(people);
  // `finalTeams` stands in ascending id, which is the order of the rows.
  return (counter) => draw(counter).finalTeams.map(({ team: members }) => members.map((id) => (id === null ? null : number(id))));
}

interface Lists {
  readonly roster: readonly RosterRow[];
  readonly inspectors: readonly InspectorRow[];
  readonly recusals: readonly Recusal[];
  readonly rules: Rules;
}

/** One lock, and from it a whole draw for each counter: the first witness says the counter's digest. */
function drawing(name: string, lists: Lists): (counter: number) => DrawRecord {
  const secret = counterDigest(`${name}:secret`, 0);
  const locked = lockDraw({
    ...lists,
    draw: '2026-0001',
    lockedAt: '2026-03-16T09:00:00+08:00',
    entropy: { mode: 'witness', contributors: ['server', 'W1', 'W2'].map((by) => ({ by })), beacon: null },
    secret,
    lastLink: counterDigest(`${name}:link`, 0),
    chainLength: 1,
    prev: counterDigest(`${name}:prev`, 0),
  });
  if (!locked.ok) throw new Error(`${name} cannot be locked: ${JSON.stringify(locked.problem)}`);
  return (counter) => {
    const words = [secret, counterDigest(name, counter), '示例'];
    const contributions = words.map((value, i) => ({ by: i === 0 ? 'server' : `W${i}`, value }));
    return settle({ ...locked.value, ...lists, contributions, beacon: null });
  };
}

function rowOf(i: number, category: string, risk: string | null): RosterRow {
  return { id: `33000000MD${String(i).padStart(8, '0')}`, name: `示例机构${i + 1}`, category, risk, excluded: null, forced: null };
}

function numbers(rows: readonly { readonly id: string }[]): (id: string) => number {
  const known = new Map(rows.map(({ id }, i) => [id, i]));
  return (id) => known.get(id) ?? -1;
}
