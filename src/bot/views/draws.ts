// Views of a draw: the lock, a witness's part, the result, and how to check it.
import type { ActVerb } from '../../cards/acts.ts';
import type { Card } from '../../cards/card.ts';
import { contributeFace } from '../../cards/faces/contribute.ts';
import { diceFace } from '../../cards/faces/dice.ts';
import { drawCheckFace } from '../../cards/faces/draw-check.ts';
import { lockFace } from '../../cards/faces/lock.ts';
import { settledFace } from '../../cards/faces/settled.ts';
import { voidFace } from '../../cards/faces/void.ts';
import { diceState } from '../../domain/ceremony.ts';
import { isDisclosed } from '../../domain/disclosure.ts';
import type { ContributionEntry, DiceEntry, Draw } from '../../domain/draw.ts';
import { type LockWarnings, lockWarnings } from '../../domain/lock-warnings.ts';
import { isOwn, may } from '../../domain/may.ts';
import type { DrawRecord, Unfilled } from '../../domain/record.ts';
import type { Shortage } from '../../domain/ssj/assign.ts';
import { digestOf, sm3Of } from '../../domain/ssj/canonical.ts';
import { poolOf, quotaOf } from '../../domain/ssj/objects.ts';
import { asOfEvent } from '../../domain/ssj/whole-record.ts';
import type { Task } from '../../domain/task.ts';
import { WITNESSES_MIN } from '../../domain/task-rules.ts';
import { shortagesAside } from '../../flows/draw-aside.ts';
import { voidRequestOf } from '../../flows/void-note.ts';
import { allowed, type Look, must, namesOf } from './context.ts';
import { drawChecks } from './draw-checks.ts';
import { drawLists } from './draw-lists.ts';

interface Ceremony {
  readonly draw: Draw;
  readonly task: Task;
  readonly given: readonly ContributionEntry[];
  readonly dice: readonly DiceEntry[];
  readonly until: Date;
}

async function ceremonyOf(look: Look): Promise<Ceremony> {
  const { books } = look;
  const draw = await must(books.draws.get(look.about), 'draw', look.about);
  const task = await must(books.tasks.get(draw.task), 'task', draw.task);
  const until = new Date(draw.lockedAt.getTime() + look.office.rules.witnessMinutes * 60_000);
  return { draw, task, given: await books.draws.contributions(draw.number), dice: await books.draws.dice(draw.number), until };
}

export async function lockView(look: Look): Promise<Card> {
  const { draw, task, given, dice, until } = await ceremonyOf(look);
  const strata = draw.manifest.rules.strata.map((stratum) => {
    const rows = draw.roster.filter(
      (row) => row.category === stratum.category && (stratum.risk === undefined || row.risk === stratum.risk),
    );
    const listed = rows.filter((row) => row.excluded === null);
    const pool = poolOf(draw.roster, stratum).length;
    return {
      id: stratum.id,
      rows: rows.length,
      listed: listed.length,
      pool,
      forced: listed.length - pool,
      quota: quotaOf(draw.roster, stratum),
    };
  });
  const { typed, agreed } = diceState(dice);
  const warnings = await warningsOf(look, draw);
  const lists = await drawLists(look, draw);
  return lockFace({
    draw,
    task,
    sm3: sm3Of(draw.manifest),
    strata,
    contributed: given.map(({ person }) => person),
    typed: typed.map(({ person }) => person),
    throws: agreed?.throws ?? null,
    isReady: isReady({ draw, task, dice }),
    isComputing: look.computing.isSettling(draw.number),
    until,
    hasTooFew: hasTooFew(look, { draw, task, given, dice, until }),
    isVoidAsked: isOpen(draw) && (await voidRequestOf(look.books, draw.number)) !== null,
    warnings,
    lists: lists.facts,
    names: {
      ...lists.names,
      ...(await namesOf(look, {
        // A group is told how many; who they are is for those who can do something about it.
        institutions: look.viewer === null ? [] : warnings.expired,
        people: [
          ...(look.viewer === null ? [] : warnings.lapsing),
          draw.lockedBy,
          draw.voided?.by ?? null,
          draw.voided?.approvedBy ?? null,
          ...draw.witnesses.map(({ person }) => person),
        ],
      })),
    },
    may: mayOnLock(look, { draw, task, given, dice, until }),
  });
}

/** Nothing is missing any more for the result. */
function isReady({ draw, task, dice }: Pick<Ceremony, 'draw' | 'task' | 'dice'>): boolean {
  return draw.state === 'closed' && (task.mode === 'witness' || diceState(dice).agreed !== null);
}

/** Once the result is there, what could have been done about it beforehand is of no use to anybody. */
async function warningsOf({ books, office, today }: Look, draw: Draw): Promise<LockWarnings> {
  if (!isOpen(draw)) return { home: null, lapsing: [], expired: [] };
  const { roster, inspectors } = draw;
  const [people, institutions] = [await books.people.all(), await books.institutions.all()];
  return lockWarnings({ roster, inspectors, people, institutions, homeUnit: office.rules.homeUnit, today });
}

/** In a group everybody sees the same buttons; the desk asks who presses. */
function mayOnLock(look: Look, ceremony: Ceremony): readonly ActVerb[] {
  const { draw, task, given, dice, until } = ceremony;
  const { viewer } = look;
  const operates = viewer === null || may(viewer, 'settle-draw');
  const allGave = given.length === draw.witnesses.length;
  const isOver = look.office.now() > until;
  const mayOpen = isReady({ draw, task, dice });
  const isWitness = viewer === null || draw.witnesses.some(({ person }) => person === viewer.id);
  return allowed({
    'open-contribution': isWitness && draw.state === 'locked' && !allGave,
    'close-draw': operates && draw.state === 'locked' && isOver && !hasTooFew(look, ceremony),
    'open-dice': isWitness && draw.state === 'closed' && task.mode === 'dice' && !mayOpen,
    // Nobody opens a draw that he witnesses himself.
    'settle-draw': operates && mayOpen && (viewer === null || !isWitness) && !look.computing.isSettling(draw.number),
    'open-void':
      isOpen(draw) &&
      !look.computing.isSettling(draw.number) &&
      (viewer === null || may(viewer, 'ask-void') || may(viewer, 'approve-void')),
    'verify-draw': draw.state === 'settled',
  });
}

/** Before the result exists a draw can still be given up. */
function isOpen({ state }: Pick<Draw, 'state'>): boolean {
  return state === 'locked' || state === 'closed';
}

/** Without a beacon two witnesses must have spoken; once the time is up they can still come, but nobody can close without them. */
function hasTooFew(look: Look, { draw, task, given, until }: Ceremony): boolean {
  return draw.state === 'locked' && task.mode === 'witness' && given.length < WITNESSES_MIN && look.office.now() > until;
}

export async function voidView(look: Look): Promise<Card> {
  const { draw, task } = await ceremonyOf(look);
  const { viewer } = look;
  const request = await voidRequestOf(look.books, draw.number);
  const isWitness = draw.witnesses.some(({ person }) => person === viewer?.id);
  const judges = viewer !== null && may(viewer, 'approve-void') && (isWitness || viewer.roles.includes('head'));
  return voidFace({
    draw,
    task,
    request,
    names: await namesOf(look, { people: [request?.by ?? null, draw.voided?.approvedBy ?? null] }),
    may: allowed({
      'ask-void': isOpen(draw) && request === null && viewer !== null && may(viewer, 'ask-void'),
      'approve-void': isOpen(draw) && request !== null && judges && !isOwn(viewer, request.by),
    }),
    problem: null,
  });
}

export async function contributeView(look: Look): Promise<Card> {
  const { draw, task, given, until } = await ceremonyOf(look);
  const mine = given.find(({ person }) => person === look.viewer?.id);
  const isWitness = draw.witnesses.some(({ person }) => person === look.viewer?.id);
  return contributeFace({
    draw,
    task,
    until,
    contributedAt: mine?.at ?? null,
    closeHash: draw.closeHash,
    names: await namesOf(look, { people: draw.witnesses.map(({ person }) => person) }),
    may: allowed({ contribute: isWitness && !mine && draw.state === 'locked' }),
    problem: null,
  });
}

export async function diceView(look: Look): Promise<Card> {
  const { draw, task, dice } = await ceremonyOf(look);
  const { round, typed: ofRound, agreed } = diceState(dice);
  const mine = ofRound.find(({ person }) => person === look.viewer?.id);
  const isWitness = draw.witnesses.some(({ person }) => person === look.viewer?.id);
  const beacon = draw.manifest.entropy.beacon;
  return diceFace({
    draw,
    task,
    count: beacon?.type === 'dice' ? beacon.count : 0,
    sides: beacon?.type === 'dice' ? beacon.sides : 0,
    round,
    mine: mine?.throws ?? null,
    differed: round > 1,
    missing: draw.witnesses.map(({ person }) => person).filter((person) => !ofRound.some((entry) => entry.person === person)),
    names: await namesOf(look, { people: draw.witnesses.map(({ person }) => person) }),
    may: allowed({ 'type-dice': isWitness && !mine && draw.state === 'closed' && agreed === null }),
  });
}

export async function settledView(look: Look): Promise<Card> {
  const { draw, task } = await ceremonyOf(look);
  const { viewer } = look;
  if (!draw.record) return lockView(look);
  const isEntitled = viewer !== null && (may(viewer, 'settle-draw') || may(viewer, 'approve-task') || may(viewer, 'see-everything'));
  const { record } = draw;
  const teamed = record.finalTeams.flatMap(({ team }) => team);
  const empty = emptyNow(record);
  // What stood in the way of the result explains nothing once somebody has left or come.
  const shortages = isEntitled && record.events.length === 0 ? await shortagesAside(record) : [];
  const ids = isEntitled ? [...record.teams, ...record.finalTeams].map(({ object }) => object) : [];
  return settledFace({
    audience: isEntitled ? 'entitled' : 'group',
    draw,
    record,
    recordHash: digestOf(record),
    recordSm3: sm3Of(record),
    settledHash: record.events.length === 0 ? null : digestOf(asOfEvent(record, 0)),
    task,
    unfilled: empty.map((place) => placeWithReason(place, shortages)),
    address: look.site ? `${look.site}/draws/${draw.number}` : null,
    names: await namesOf(look, {
      people: [
        draw.lockedBy,
        draw.settledBy,
        ...draw.witnesses.map(({ person }) => person),
        ...(isEntitled ? [...teamed, ...shortages.flatMap(({ inspectors }) => inspectors)] : []),
      ],
      institutions: ids,
    }),
    may: allowed({
      'verify-draw': true,
      'show-task': isEntitled,
      'open-fill': viewer !== null && may(viewer, 'ask-change') && empty.length > 0,
    }),
  });
}

/** Places that are empty as the draw stands now. */
function emptyNow({ finalTeams }: DrawRecord): readonly Unfilled[] {
  return finalTeams.flatMap(({ object, team }) => team.flatMap((person, slot) => (person === null ? [{ object, slot }] : [])));
}

/** An empty place, and whose limits are used up if that is why. */
function placeWithReason({ object, slot }: Unfilled, shortages: readonly Shortage[]) {
  const why = shortages.find((one) => one.object === object && one.slot === slot);
  return { object, slot, people: why?.inspectors ?? [], institutions: [...new Set(why?.places.map((place) => place.object))] };
}

export async function drawCheckView(look: Look): Promise<Card> {
  const { draw } = await ceremonyOf(look);
  const isPublic = isDisclosed(draw, await look.books.assignments.ofTask(draw.task));
  return drawCheckFace({
    isOpen: isPublic,
    number: draw.number,
    state: draw.state,
    manifestHash: draw.manifestHash,
    closeHash: draw.closeHash,
    address: look.site ? `${look.site}/draws/${draw.number}/verify` : null,
    checks: drawChecks(draw),
    lockedAt: draw.manifest.lockedAt,
  });
}
