// The end of a task: both clocks have to run out, in whichever order they do.
import { expect, test } from 'vitest';
import { approvePublication } from '../../src/flows/approve-publication.ts';
import { recordFollowUp } from '../../src/flows/record-follow-up.ts';
import { done, openOffice, taskNow } from '../support/office.ts';
import { proposed, reviewed, rowNow, teamIn } from '../support/stages.ts';
import { withStores } from '../support/store.ts';

withStores('the end of a task', (make) => {
  test('a problem put right does not archive an inspection that is not public, nor finish its task', async () => {
    const office = await openOffice((await make()).store);
    const row = await reviewed(office);
    const [inspector] = teamIn(office, row);
    await done(recordFollowUp(office, inspector, `${row.id}-1`, 1, { result: 'corrected', words: '', on: '2026-03-19' }));
    expect((await rowNow(office, row.id)).state).toBe('reviewed');
    expect((await taskNow(office, row.task)).state).toBe('inspecting');
  });

  test('a public inspection whose problem is then put right is archived, and its task goes on while others are unpublished', async () => {
    const office = await openOffice((await make()).store);
    const publication = await proposed(office);
    await done(approvePublication(office, office.person('P911'), publication.id, publication.version));
    const row = await rowNow(office, publication.assignment);
    expect(row.state).toBe('reviewed');
    const [inspector] = teamIn(office, row);
    await done(recordFollowUp(office, inspector, `${row.id}-1`, 1, { result: 'partly', words: '还差一张', on: '2026-03-19' }));
    expect((await rowNow(office, row.id)).state).toBe('reviewed');
    await done(recordFollowUp(office, inspector, `${row.id}-1`, 2, { result: 'corrected', words: '', on: '2026-03-19' }));
    expect((await rowNow(office, row.id)).state).toBe('archived');
    expect((await taskNow(office, row.task)).state).toBe('inspecting');
  });

  test('what is corrected before it is published is archived by the publication', async () => {
    const office = await openOffice((await make()).store);
    const publication = await proposed(office);
    const row = await rowNow(office, publication.assignment);
    await done(recordFollowUp(office, teamIn(office, row)[0], `${row.id}-1`, 1, { result: 'corrected', words: '', on: '2026-03-19' }));
    await done(approvePublication(office, office.person('P911'), publication.id, publication.version));
    expect((await rowNow(office, row.id)).state).toBe('archived');
  });
});
