// What a head can choose from, before he decides: the swaps that the protocol allows, the least disturbing first, and what is known of the others.
import type { Assignment } from './assignment.ts';
import type { ChangeRequest, Ruling } from './change-request.ts';
import { changeOf, companionOf, type RulingGround } from './change-ruling.ts';
import type { PersonId } from './person.ts';
import { isEligible, placesOf } from './ssj/standing.ts';

/** One way to decide. `disturbs` says what would have to be done again. */
export type Choice =
  | {
      readonly kind: 'swap';
      readonly assignment: string;
      readonly institution: string;
      readonly person: PersonId;
      /** How many people there had said yes already, and whether the institution had been told. */
      readonly accepted: number;
      readonly isTold: boolean;
      /** He is to leave that visit anyway, so that one exchange settles two requests. */
      readonly isMutual: boolean;
    }
  /** Who follows is fixed by the link and shown to nobody before the decision; only how many could. */
  | { readonly kind: 'replace'; readonly eligible: number }
  | { readonly kind: 'withdraw'; readonly institutions: readonly string[]; readonly told: number }
  | { readonly kind: 'substitute'; readonly reserves: number }
  | { readonly kind: 'fill'; readonly places: number };

type Swap = Extract<Choice, { kind: 'swap' }>;

/** The ruling that a choice stands for. */
export function rulingOf(choice: Choice): Exclude<Ruling, { kind: 'refuse' }> {
  return choice.kind === 'swap' ? { kind: 'swap', assignment: choice.assignment, person: choice.person } : { kind: choice.kind };
}

/** Everything that could be decided now, swaps of least disturbance first; only what would not be refused. */
export function choicesOf(request: ChangeRequest, ground: RulingGround): readonly Choice[] {
  return candidates(request, ground).filter((choice) => changeOf(request, rulingOf(choice), ground).ok);
}

function candidates(request: ChangeRequest, ground: RulingGround): readonly Choice[] {
  const { rows, standing } = ground;
  switch (request.kind) {
    case 'recusal': {
      const row = rows.find(({ id }) => id === request.assignment);
      if (!row || request.person === null) return [];
      const institutions = placesOf(standing, request.person);
      return [
        ...swaps(row, ground),
        { kind: 'replace', eligible: eligibleFor(row, request.person, ground) },
        {
          kind: 'withdraw',
          institutions,
          told: rows.filter((one) => one.notice !== null && institutions.includes(one.institution)).length,
        },
      ];
    }
    case 'substitute': {
      const team = standing.teams.get(request.institution ?? '');
      const reserves = !team || team.isForced ? 0 : (standing.reserves.get(team.stratum)?.length ?? 0);
      return [{ kind: 'substitute', reserves }];
    }
    case 'fill':
      return [{ kind: 'fill', places: [...standing.teams.values()].flatMap(({ team }) => team.filter((one) => one === null)).length }];
  }
}

/** Every exchange touches two people and two institutions; what differs is how much has to be done again. Two conflicts settled by one exchange come first. */
function swaps(row: Assignment, { rows, known }: RulingGround): readonly Swap[] {
  return rows
    .filter((other) => other.id !== row.id)
    .flatMap((other) => swapsWith(other, known))
    .map((swap) => ({ swap, other: rows.find(({ id }) => id === swap.assignment) ?? row }))
    .sort(
      (a, b) =>
        Number(b.swap.isMutual) - Number(a.swap.isMutual) ||
        Number(a.swap.isTold) - Number(b.swap.isTold) ||
        Number(isApproved(a.other)) - Number(isApproved(b.other)) ||
        a.swap.accepted - b.swap.accepted,
    )
    .map(({ swap }) => swap);
}

/** The exchanges with one team; in it, first with whoever has not said yes. */
function swapsWith(other: Assignment, known: readonly ChangeRequest[]): readonly Swap[] {
  const accepted = other.seats.filter(({ answer }) => answer.kind === 'accepted').length;
  return other.seats
    .toSorted((a, b) => Number(a.answer.kind === 'accepted') - Number(b.answer.kind === 'accepted'))
    .flatMap(({ person }): readonly Swap[] => {
      if (person === null) return [];
      const base = { kind: 'swap', assignment: other.id, institution: other.institution, person } as const;
      return [{ ...base, accepted, isTold: other.notice !== null, isMutual: companionOf(base, known) !== null }];
    });
}

function isApproved({ approval }: Assignment): boolean {
  return approval !== null;
}

/** How many could follow somebody at an inspection, himself left out. */
function eligibleFor(row: Assignment, out: PersonId, { standing }: RulingGround): number {
  const slot = standing.teams.get(row.institution)?.team.indexOf(out) ?? -1;
  return [...standing.inspectors.keys()].filter((id) => id !== out && isEligible(standing, id, row.institution, slot)).length;
}
