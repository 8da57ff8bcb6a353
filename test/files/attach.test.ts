import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deleteOrphans } from '../../api/src/modules/files/index.ts';
import { formOf, GOOD, openFilesHouse, type FilesHouse } from '../support/files-house.ts';
import { plain } from '../support/photos.ts';

let house: FilesHouse;
let photo: Buffer;
beforeAll(async () => {
  house = await openFilesHouse();
  photo = await plain(64, 40).jpeg().toBuffer();
});
afterAll(() => house.close());

const DAY = 24 * 3_600_000;
const upload = async (person: string, fields: object = GOOD) =>
  (await house.send(formOf(photo, fields), person)).body.id;
const uploads = (person: string, count: number) => Promise.all(Array.from({ length: count }, () => upload(person)));
const many = async (person: string, count: number) => {
  const ids: string[] = [];
  while (ids.length < count) ids.push(...(await uploads(person, Math.min(3, count - ids.length))));
  return ids;
};
interface Kept {
  readonly id: string;
  readonly purpose: string;
  readonly publishConsent: boolean;
}
const filesIn = (...subjectIds: string[]) =>
  house.database.query<Kept>(
    'files-in',
    `SELECT id, uploader_id AS "uploaderId", purpose, publish_consent AS "publishConsent", width, height FROM file
     WHERE subject_id = ANY ($1::uuid[]) ORDER BY created_at, id`,
    [subjectIds],
  );
const codeOf = (attempt: Promise<void>) =>
  attempt.then(
    () => 'ATTACHED',
    (error: Error & { code?: string }) => error.code ?? error.message,
  );

describe('attaching', () => {
  it('gives photos to a case, in the order of their upload, with the purpose of the verb', async () => {
    const person = randomUUID();
    const subjectId = await house.toy(person);
    const first = await upload(person);
    house.clock.now = new Date(house.clock.now.getTime() + 1);
    const second = await upload(person, { purpose: 'CHECK', publishConsent: 'true' });
    await house.attach({ ids: [second, first, first], subjectId, purpose: 'AFTER', personId: person });
    const files = await filesIn(subjectId);
    expect(files.map(({ id, purpose, publishConsent }) => [id, purpose, publishConsent])).toEqual([
      [first, 'AFTER', false],
      [second, 'AFTER', true],
    ]);
    expect(files[0]).toMatchObject({
      uploaderId: person,
      width: 64,
      height: 40,
    });
  });

  it.each<[string, string, (person: string, subjectId: string) => Promise<string[]>]>([
    ['of somebody else', 'FILE_NOT_YOURS', async () => [await upload(randomUUID())]],
    ['that do not exist', 'FILE_NOT_YOURS', async () => [randomUUID()]],
    [
      'of which one is somebody else’s',
      'FILE_NOT_YOURS',
      async (person) => [await upload(person), await upload(randomUUID())],
    ],
    [
      'that are used',
      'FILE_ALREADY_USED',
      async (person, subjectId) => {
        const id = await upload(person);
        await house.attach({ ids: [id], subjectId, purpose: 'CHECK', personId: person });
        return [id, await upload(person)];
      },
    ],
    ['beyond nine', 'FILE_TOO_MANY', (person) => many(person, 10)],
  ])('refuses photos %s: %s', async (_, code, make) => {
    const person = randomUUID();
    const subjectId = await house.toy(person);
    const ids = await make(person, subjectId);
    expect(await codeOf(house.attach({ ids, subjectId, purpose: 'AFTER', personId: person }))).toBe(code);
    expect((await filesIn(subjectId)).filter(({ purpose }) => purpose === 'AFTER')).toEqual([]);
  });

  it('gives a photo that ten cases want at once to one of them', async () => {
    const person = randomUUID();
    const ids = await many(person, 3);
    const cases = await Promise.all(Array.from({ length: 10 }, () => house.toy(person)));
    const attempts = cases.map((subjectId, i) =>
      codeOf(house.attach({ ids: i % 2 ? ids : ids.toReversed(), subjectId, purpose: 'AFTER', personId: person })),
    );
    const codes = (await Promise.all(attempts)).toSorted();
    expect(codes).toEqual(['ATTACHED', ...Array.from({ length: 9 }, () => 'FILE_ALREADY_USED')]);
    expect(await filesIn(...cases)).toHaveLength(3);
  });

  it('keeps to nine when six people attach two at once', async () => {
    const people = Array.from({ length: 6 }, () => randomUUID());
    const subjectId = await house.toy(people[0]!);
    const attempts = people.map(async (personId) => ({ personId, ids: await uploads(personId, 2) }));
    const ready = await Promise.all(attempts);
    const codes = await Promise.all(ready.map((own) => codeOf(house.attach({ ...own, subjectId, purpose: 'AFTER' }))));
    expect(codes.filter((code) => code === 'ATTACHED')).toHaveLength(4);
    expect(codes.filter((code) => code === 'FILE_TOO_MANY')).toHaveLength(2);
    expect(await filesIn(subjectId)).toHaveLength(8);
  });
});

describe('photos that no case took', () => {
  it('are deleted after a day, with their pictures', async () => {
    const person = randomUUID();
    const subjectId = await house.toy(person);
    const [orphan, attached] = [await upload(person), await upload(person)];
    await house.attach({ ids: [attached], subjectId, purpose: 'AFTER', personId: person });
    house.clock.now = new Date(house.clock.now.getTime() + DAY / 2);
    const young = await upload(person);
    house.clock.now = new Date(house.clock.now.getTime() + DAY / 2 + 1);
    expect(await deleteOrphans(house.database, house.clock.now)).toBeGreaterThan(0);
    expect(await deleteOrphans(house.database, house.clock.now)).toBe(0);
    const rest = [orphan, attached, young].map(async (id) => (await house.get(id, person)).status);
    expect(await Promise.all(rest)).toEqual([404, 200, 200]);
    const [left] = await house.database.query<{ n: number }>(
      'left',
      'SELECT count(*) AS n FROM file_content WHERE file_id = $1',
      [orphan],
    );
    expect(left!.n).toBe(0);
  });

  it('cannot be changed beyond that: the server has no right to', async () => {
    const change = (text: string) =>
      house.database.query(text, text).then(
        () => 'DONE',
        (error: { code: string }) => error.code,
      );
    for (const text of [
      'UPDATE file SET publish_consent = true',
      'UPDATE file SET uploader_id = id',
      "UPDATE file_content SET content = ''",
      'DELETE FROM file_content',
    ])
      expect(await change(text)).toBe('42501');
  });
});
