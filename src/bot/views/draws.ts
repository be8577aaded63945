// Views of a draw: the lock, a witness's part, the result, and how to check it.
import type { ActVerb } from '../../cards/acts.ts';
import type { Card } from '../../cards/card.ts';
import { contributeFace } from '../../cards/faces/contribute.ts';
import { drawCheckFace } from '../../cards/faces/draw-check.ts';
import { type LockFacts, lockFace } from '../../cards/faces/lock.ts';
import { settledFace } from '../../cards/faces/settled.ts';
import { voidFace } from '../../cards/faces/void.ts';
import { checkOpen, hasMissedBeacon } from '../../domain/ceremony.ts';
import { countConfirmations, latestOf } from '../../domain/confirmation-rules.ts';
import { isDisclosed } from '../../domain/disclosure.ts';
import { isSealed } from '../../domain/drand-paste.ts';
import type { Draw } from '../../domain/draw.ts';
import { lastIngredient, settlesAt } from '../../domain/draw-result.ts';
import { type LockWarnings, lockWarnings } from '../../domain/lock-warnings.ts';
import { isTooLate } from '../../domain/lottery.ts';
import { isOwn, may } from '../../domain/may.ts';
import type { DrawRecord, Unfilled } from '../../domain/record.ts';
import type { Shortage } from '../../domain/ssj/assign.ts';
import { digestOf, sm3Of } from '../../domain/ssj/canonical.ts';
import { poolOf, quotaOf } from '../../domain/ssj/objects.ts';
import type { Task } from '../../domain/task.ts';
import { WITNESSES_MIN } from '../../domain/task-rules.ts';
import { typingState } from '../../domain/typing.ts';
import { voidStanding } from '../../domain/void-outcome.ts';
import { checksAside, digestsAside, shortagesAside } from '../../flows/draw-aside.ts';
import { lastVoidRequestOf, voidRequestOf } from '../../flows/void-note.ts';
import { CLOCK_NAME, DRAW_CHECK_WORDS } from '../../words/draws.ts';
import { type Ceremony, ceremonyOf } from './ceremony.ts';
import { allowed, type Look, namesOf } from './context.ts';
import { drawLists } from './draw-lists.ts';

export async function lockView(look: Look): Promise<Card> {
  const ceremony = await ceremonyOf(look);
  const { draw, task, given, typed, until, beaconAt } = ceremony;
  const last = lastIngredient(draw, ceremony);
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
  const warnings = await warningsOf(look, draw);
  const lists = await drawLists(look, draw);
  return lockFace({
    draw,
    task,
    sm3: sm3Of(draw.manifest),
    strata,
    contributed: given.map(({ person }) => person),
    typed: typingState(typed).typed.map(({ person }) => person),
    beacon: last.ok ? last.value.beacon : null,
    beaconAt,
    isBeaconPublic: beaconAt !== null && look.office.now() >= beaconAt,
    secret: isSecretOpen(look, draw) ? draw.secret : null,
    outcome: draw.state === 'void' ? await outcomeFacts(look, ceremony) : null,
    isComputing: look.computing.isSettling(draw.number),
    isReady: isReady(ceremony),
    settlesAt: settlesAt(draw, ceremony, look.office.rules.settleMinutes),
    until,
    hasMissedBeacon: hasMissedBeacon(draw, beaconAt, look.office.now()),
    hasTooFew: hasTooFew(look, ceremony),
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
    may: mayOnLock(look, ceremony),
  });
}

/** Nothing is missing any more for the result. */
function isReady(ceremony: Ceremony): boolean {
  return ceremony.draw.state === 'closed' && lastIngredient(ceremony.draw, ceremony).ok;
}

/** With a beacon from outside the server opens its secret at the close: to those who may see the names, to nobody else yet. */
function isSecretOpen({ viewer }: Look, { state, manifest }: Draw): boolean {
  const opensAtClose = manifest.entropy.mode === 'drand' || manifest.entropy.mode === 'lottery';
  return opensAtClose && state === 'closed' && isEntitled(viewer);
}

function isEntitled(viewer: Look['viewer']): boolean {
  return viewer !== null && (may(viewer, 'settle-draw') || may(viewer, 'approve-task') || may(viewer, 'see-everything'));
}

async function outcomeFacts({ books }: Look, ceremony: Ceremony): Promise<LockFacts['outcome']> {
  const outcome = await books.outcomes.get(ceremony.draw.number);
  return { standing: voidStanding(ceremony.draw, ceremony), recordHash: outcome && digestOf(outcome.record) };
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
  const { draw, task, given, until, beaconAt } = ceremony;
  const { viewer } = look;
  const operates = viewer === null || may(viewer, 'settle-draw');
  const allGave = given.length === draw.witnesses.length;
  const now = look.office.now();
  const isOver = now > until;
  const mayOpen = isReady(ceremony);
  const hasMissed = hasMissedBeacon(draw, beaconAt, now);
  const isWitness = viewer === null || draw.witnesses.some(({ person }) => person === viewer.id);
  return allowed({
    'open-contribution': isWitness && !allGave && checkOpen(draw, given.length, beaconAt, now, look.office.rules.witnessMinutes) === null,
    'close-draw': operates && draw.state === 'locked' && isOver && !hasMissed && !hasTooFew(look, ceremony),
    'open-dice': isWitness && draw.state === 'closed' && task.mode === 'dice' && !mayOpen,
    'open-beacon': isSealed(draw) && !lastIngredient(draw, ceremony).ok && mayGive(viewer, task.mode, isWitness),
    // Nobody opens a draw that he witnesses himself.
    'settle-draw': operates && mayOpen && (viewer === null || !isWitness) && !look.computing.isSettling(draw.number),
    'open-void':
      isOpen(draw) &&
      !look.computing.isSettling(draw.number) &&
      (viewer === null || may(viewer, 'ask-void') || may(viewer, 'approve-void')),
    'verify-draw': draw.state === 'settled',
  });
}

/** Two witnesses type a lottery's numbers; a round of drand proves itself, whoever brings it. */
function mayGive(viewer: Look['viewer'], mode: Task['mode'], isWitness: boolean): boolean {
  return (mode === 'lottery' && isWitness) || (mode === 'drand' && (viewer === null || may(viewer, 'paste-beacon')));
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
  const last = await lastVoidRequestOf(look.books, draw.number);
  const request = last?.ended === null ? last : null;
  const isWitness = draw.witnesses.some(({ person }) => person === viewer?.id);
  const judges = viewer !== null && may(viewer, 'approve-void') && (isWitness || viewer.roles.includes('head'));
  return voidFace({
    draw,
    task,
    request,
    ended: last?.ended ?? null,
    isIssueDrawn: task.lottery !== null && isTooLate(task.lottery.drawnAt, look.office.rules.witnessMinutes, look.office.now()),
    names: await namesOf(look, { people: [request?.by ?? null, last?.ended?.by ?? null, draw.voided?.approvedBy ?? null] }),
    may: allowed({
      'ask-void': isOpen(draw) && request === null && viewer !== null && may(viewer, 'ask-void'),
      'approve-void': isOpen(draw) && request !== null && judges && !isOwn(viewer, request.by),
      'decline-void': isOpen(draw) && request !== null && judges && !isOwn(viewer, request.by),
      'withdraw-void': isOpen(draw) && request !== null && viewer !== null && may(viewer, 'withdraw-void') && isOwn(viewer, request.by),
    }),
  });
}

export async function contributeView(look: Look): Promise<Card> {
  const { draw, task, given, until, beaconAt } = await ceremonyOf(look);
  const isOpenFor = checkOpen(draw, given.length, beaconAt, look.office.now(), look.office.rules.witnessMinutes) === null;
  const mine = given.find(({ person }) => person === look.viewer?.id);
  const isWitness = draw.witnesses.some(({ person }) => person === look.viewer?.id);
  return contributeFace({
    draw,
    task,
    until,
    contributedAt: mine?.at ?? null,
    closeHash: draw.closeHash,
    isOpen: isOpenFor,
    may: allowed({ contribute: isWitness && !mine && isOpenFor }),
  });
}

export async function settledView(look: Look): Promise<Card> {
  const { draw, task } = await ceremonyOf(look);
  const { viewer } = look;
  if (!draw.record) return lockView(look);
  const sees = isEntitled(viewer);
  const { record } = draw;
  const said = await look.books.confirmations.ofDraw(draw.number);
  const disputes = draw.witnesses.map(({ person }) => latestOf(said, person)).filter((one) => one?.verdict === 'disputed');
  const teamed = record.finalTeams.flatMap(({ team }) => team);
  const empty = emptyNow(record);
  // What stood in the way of the result explains nothing once somebody has left or come.
  const shortages = sees && record.events.length === 0 ? await shortagesAside(record) : [];
  const digests = await digestsAside(record);
  const ids = sees ? [...record.teams, ...record.finalTeams].map(({ object }) => object) : [];
  return settledFace({
    audience: sees ? 'entitled' : 'group',
    draw,
    record,
    recordHash: digests.sha256,
    recordSm3: digests.sm3,
    settledHash: digests.settled,
    task,
    confirmations: countConfirmations(draw, said),
    disputes: sees ? disputes.filter((one) => one !== null) : [],
    unfilled: empty.map((place) => placeWithReason(place, shortages)),
    address: look.site ? `${look.site}/draws/${draw.number}` : null,
    names: {
      system: CLOCK_NAME,
      ...(await namesOf(look, {
        people: [
          draw.lockedBy,
          draw.settledBy,
          ...draw.witnesses.map(({ person }) => person),
          ...(sees ? [...teamed, ...shortages.flatMap(({ inspectors }) => inspectors)] : []),
        ],
        institutions: ids,
      })),
    },
    may: allowed({
      'verify-draw': true,
      'show-task': sees,
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
  const checks = await checksAside(draw);
  const isPublic = isDisclosed(draw, await look.books.assignments.ofTask(draw.task));
  return drawCheckFace({
    isOpen: isPublic,
    number: draw.number,
    state: draw.state,
    manifestHash: draw.manifestHash,
    closeHash: draw.closeHash,
    address: look.site ? `${look.site}/draws/${draw.number}/verify` : null,
    checks: checks && checks.map(({ what, holds }) => ({ what: DRAW_CHECK_WORDS[what], holds })),
    lockedAt: draw.manifest.lockedAt,
  });
}
