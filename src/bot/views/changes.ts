// Views of changes after the draw: the forms, the request with its consequences, a leaver's closed card.
import type { ActVerb } from '../../cards/acts.ts';
import type { Card } from '../../cards/card.ts';
import { type ChangeFacts, changeFace } from '../../cards/faces/change.ts';
import { changeFormFace } from '../../cards/faces/change-form.ts';
import { leftFace } from '../../cards/faces/left.ts';
import { emptyPlaces } from '../../domain/change-asking.ts';
import { type Choice, choicesOf, rulingOf } from '../../domain/change-choices.ts';
import { type ChangeRequest, GROUND_LABELS, isPending } from '../../domain/change-request.ts';
import { confirmersOf, decidersOf, isConcerned, mayGoUp } from '../../domain/change-ruling.ts';
import { may } from '../../domain/may.ts';
import { statusLacking } from '../../domain/outdated-row.ts';
import type { Person } from '../../domain/person.ts';
import { isBeforeFindings, teamOf } from '../../domain/seats.ts';
import { standingOf } from '../../domain/ssj/events.ts';
import { type ChangeCase, caseOf } from '../../flows/changing.ts';
import { CHANGE_GROUND_WORDS } from '../../words/changes.ts';
import { allowed, type Look, must, NothingThere, namesOf, visitFor } from './context.ts';

export async function changeView(look: Look): Promise<Card> {
  const { books, viewer } = look;
  const found = await caseOf(books, look.about);
  if (!found.ok || viewer === null || !maySeeChange(viewer, found.value)) throw new NothingThere('change', look.about);
  const { request, task, rows, everybody } = found.value;
  const mayNow = mayOnChange(viewer, found.value);
  return changeFace({
    request,
    task,
    choices: choicesFor(viewer, found.value, mayNow),
    ground: mayReadGround(viewer, request) ? CHANGE_GROUND_WORDS[request.ground] : GROUND_LABELS[request.ground],
    words: mayReadWords(viewer, request) && request.words !== '' ? request.words : null,
    outdated: await outdatedOf(look, request),
    goesUp: decidersOf(request, rows, everybody).length === 0,
    names: await namesOfCase(look, found.value),
    may: mayNow,
  });
}

async function outdatedOf({ books, viewer }: Look, request: ChangeCase['request']): Promise<ChangeFacts['outdated']> {
  // For whoever runs the lists; to the team it is nothing.
  if (viewer === null || !may(viewer, 'see-lists')) return null;
  const row = request.institution === null ? null : await books.institutions.get(request.institution);
  const should = statusLacking(request, row);
  return row && should ? { now: row.status, should } : null;
}

/** Whoever runs or audits the task, asked for it, is touched by it, or has to confirm it. */
export function maySeeChange(viewer: Person, { request, rows, everybody, draw }: ChangeCase): boolean {
  if (may(viewer, 'see-inspections') || request.by === viewer.id || isConcerned(request, null, rows, viewer.id)) return true;
  if (request.outcome?.moves.some(({ out, in: come }) => out === viewer.id || come === viewer.id)) return true;
  const witnesses = draw.witnesses.map(({ person }) => person);
  return confirmersOf(request, rows, everybody, witnesses).includes(viewer.id);
}

/** What is said about somebody is read by who decides, who audits, and who said it. */
function mayReadWords(viewer: Person, request: ChangeRequest): boolean {
  return may(viewer, 'see-everything') || request.by === viewer.id;
}

/** Why somebody steps aside is not for his colleagues to know. */
function mayReadGround(viewer: Person, request: ChangeRequest): boolean {
  return may(viewer, 'see-inspections') || request.by === viewer.id || request.person === viewer.id;
}

function mayOnChange(viewer: Person, found: ChangeCase): readonly ActVerb[] {
  const { request, rows, everybody, draw } = found;
  const isOpen = isPending(request);
  const decides = isOpen && may(viewer, 'decide-change') && decidersOf(request, rows, everybody).includes(viewer.id);
  // A way that touches the team of the only head is decided above, though he may decide in another.
  const goesUp = [null, ...choicesOf(request, found).map(rulingOf)].some((ruling) => mayGoUp(request, rows, everybody, ruling));
  const types = isOpen && may(viewer, 'record-above') && goesUp && !isConcerned(request, null, rows, viewer.id);
  const witnesses = draw.witnesses.map(({ person }) => person);
  const confirms = request.state === 'to-confirm' && confirmersOf(request, rows, everybody, witnesses).includes(viewer.id);
  return allowed({
    'decide-change': decides,
    'refuse-change': decides,
    'record-above': types,
    'confirm-above': confirms,
    'show-assignment': request.assignment !== null && may(viewer, 'see-inspections'),
  });
}

/** What the viewer may rule: a head what touches no team of his own, a typist what goes up. */
function choicesFor(viewer: Person, found: ChangeCase, mayNow: readonly ActVerb[]): readonly Choice[] {
  const { request, rows, everybody } = found;
  return choicesOf(request, found).filter((choice) => {
    const ruling = rulingOf(choice);
    const decides = mayNow.includes('decide-change') && !isConcerned(request, ruling, rows, viewer.id);
    return decides || (mayNow.includes('record-above') && mayGoUp(request, rows, everybody, ruling));
  });
}

async function namesOfCase(look: Look, { request, rows, record }: ChangeCase) {
  const { decision, above, outcome } = request;
  const moved = outcome?.moves.flatMap(({ out, in: come }) => [out, come]) ?? [];
  const people = [request.by, request.person, decision?.by ?? null, above?.by ?? null, ...rows.flatMap(teamOf), ...moved];
  const names = await namesOf(look, { people, institutions: rows.map(({ institution }) => institution) });
  const institutions = new Map(record.roster.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names[id] ?? institutions.get(id) ?? id;
  return { ...names, ...Object.fromEntries(rows.map(({ id, institution }) => [id, nameOf(institution)])) };
}

export async function changeFormView(look: Look): Promise<Card> {
  const { books, viewer } = look;
  const mode = String(look.extra['mode']);
  if (viewer === null || !may(viewer, 'ask-change')) throw new NothingThere('change', look.about);
  if (mode === 'fill') return fillFormView(look);
  const assignment = await visitFor(look, look.about);
  const isOpen = isBeforeFindings(assignment);
  const institution = (await books.institutions.get(assignment.institution))?.name ?? assignment.institution;
  if (mode === 'substitute') {
    return changeFormFace({ mode, assignment: assignment.id, institution, may: allowed({ 'ask-substitute': isOpen }) });
  }
  const names = await namesOf(look, { people: teamOf(assignment) });
  const team = teamOf(assignment).map((id) => ({ id, name: names[id] ?? id }));
  return changeFormFace({ mode: 'recusal', assignment: assignment.id, institution, team, may: allowed({ 'ask-recusal': isOpen }) });
}

async function fillFormView(look: Look): Promise<Card> {
  const { books } = look;
  const draw = await must(books.draws.get(look.about), 'draw', look.about);
  const rows = await books.assignments.ofTask(draw.task);
  const places = draw.record ? emptyPlaces(rows, standingOf(draw.record)) : [];
  const names = await namesOf(look, { institutions: places.map(({ object }) => object) });
  return changeFormFace({
    mode: 'fill',
    draw: draw.number,
    places: places.map(({ object, slot }) => ({ institution: names[object] ?? object, slot })),
    may: allowed({ 'ask-fill': places.length > 0 }),
  });
}

/** The inspection's card for somebody who has left its team, null for everybody else. */
export async function leftView(look: Look): Promise<Card | null> {
  const { books, viewer } = look;
  const assignment = await books.assignments.get(look.about);
  if (!assignment || !viewer || teamOf(assignment).includes(viewer.id) || may(viewer, 'see-inspections')) return null;
  const changes = await books.changes.ofDraw(assignment.draw);
  const left = changes.findLast(({ outcome }) =>
    outcome?.moves.some((move) => move.assignment === assignment.id && move.out === viewer.id),
  );
  if (!left?.decision) return null;
  return leftFace({
    assignment: assignment.id,
    institution: (await books.institutions.get(assignment.institution))?.name ?? assignment.institution,
    change: left.id,
    ruling: left.decision.ruling.kind,
    at: left.decision.at,
  });
}

/** As a notice of its own: only somebody who left gets it. */
export async function leftCardView(look: Look): Promise<Card> {
  const card = await leftView(look);
  if (!card) throw new NothingThere('assignment', look.about);
  return card;
}
