// RFC 6962's tree against the roots that Certificate Transparency's own tests print, and its proofs against an independent check.
import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { auditPath, consistencyPath, EMPTY_TREE, grow, rootOf, rootOver } from '../../../src/domain/ssj/tree.ts';
import { followsFrom, leadsTo } from '../../../src/verify/inclusion.ts';

/** Leaf texts and roots of the first 1 … 8 of them, as Certificate Transparency's reference implementation has them. */
const TEXTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = TEXTS.map((hex) => hash('sha256', Buffer.from(`00${hex}`, 'hex'), 'buffer'));
const many = Array.from({ length: 37 }, (_, i) => hash('sha256', `\0${i}`, 'buffer'));

test('the root over all leaves, and over the same leaves one by one, is the one others print', () => {
  expect(rootOver([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(rootOf(EMPTY_TREE)).toBe(rootOver([]));
  for (const [i, root] of ROOTS.entries()) {
    expect(rootOver(leaves.slice(0, i + 1))).toBe(root);
    expect(rootOf(grow(EMPTY_TREE, leaves.slice(0, i + 1)))).toBe(root);
    expect(rootOf(grow(grow(EMPTY_TREE, leaves.slice(0, i)), leaves.slice(i, i + 1)))).toBe(root);
  }
});

test('every leaf of every size is proved, and no leaf at another place or in another tree', () => {
  for (let size = 1; size <= many.length; size += 1) {
    const tree = many.slice(0, size);
    const root = rootOver(tree);
    for (const [index, leaf] of tree.entries()) {
      const path = auditPath(tree, index);
      const claim = { leaf: leaf.toString('hex'), index, size, path };
      expect(leadsTo(claim, root)).toBe(true);
      expect(leadsTo({ ...claim, index: index + 1 }, root)).toBe(false);
      expect(leadsTo({ ...claim, path: [...path, root] }, root)).toBe(false);
      if (size > 1) expect(leadsTo({ ...claim, path: path.slice(1) }, root)).toBe(false);
      expect(leadsTo({ ...claim, leaf: root.replace(/^./, (c) => (c === '0' ? '1' : '0')) }, root)).toBe(false);
    }
  }
});

test('every size is shown to be the beginning of every larger one, and a changed beginning is not', () => {
  for (let size = 1; size <= many.length; size += 1) {
    const root = rootOver(many.slice(0, size));
    for (let old = 1; old <= size; old += 1) {
      const path = consistencyPath(many.slice(0, size), old);
      const claim = { old: { size: old, root: rootOver(many.slice(0, old)) }, now: { size, root }, path };
      expect(followsFrom(claim)).toBe(true);
      expect(
        followsFrom({ ...claim, old: { size: old, root: rootOver([...many.slice(1, old), many[0] as Buffer, many[1] as Buffer]) } }),
      ).toBe(false);
      expect(followsFrom({ ...claim, path: [...path, root] })).toBe(false);
    }
  }
});
