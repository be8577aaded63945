// One page of a list, or of what a search in it found.
import type { Day } from '../../domain/day.ts';
import type { Institution } from '../../domain/institution.ts';
import type { Matter } from '../../domain/matter.ts';
import type { Person } from '../../domain/person.ts';
import type { RatioDocument } from '../../domain/ratio-document.ts';
import type { Card } from '../card.ts';
import type { May, Names } from '../facts.ts';

/** What the `list-page` card is made of. */
export interface ListPageFacts {
  readonly list:
    | { readonly kind: 'people'; readonly rows: readonly Person[] }
    | { readonly kind: 'institutions'; readonly rows: readonly Institution[] }
    | { readonly kind: 'matters'; readonly rows: readonly Matter[] }
    | { readonly kind: 'documents'; readonly rows: readonly RatioDocument[] };
  readonly search: string;
  readonly total: number;
  /** 1-based. */
  readonly page: number;
  readonly pages: number;
  readonly names: Names;
  readonly today: Day;
  readonly may: May;
}

/** The `list-page` card. */
export declare function listPageFace(facts: ListPageFacts): Card;
