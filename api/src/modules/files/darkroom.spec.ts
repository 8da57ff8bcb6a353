import { expect, it } from '@jest/globals';
import { blank, plain } from '../../../../test/support/photos.ts';
import { Darkroom } from './darkroom.ts';

const alive = (processId: number) => {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
};
const until = async (done: () => boolean) => {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 10));
};

it('may die over a photo: the sender is asked to try again, the next photo is drawn', async () => {
  const photo = await plain(64, 40).jpeg().toBuffer();
  const darkroom = new Darkroom();
  const lost = darkroom
    .develop(await blank(6000, 5000).png().toBuffer())
    .catch((error: { code: string }) => error.code);
  const first = darkroom.processId!;
  setTimeout(() => process.kill(first, 'SIGKILL'), 30);
  expect(await lost).toBe('FILE_BUSY');
  expect(await darkroom.develop(photo)).toMatchObject({ width: 64, height: 40, mediaType: 'image/jpeg' });
  const second = darkroom.processId!;
  expect(second).not.toBe(first);
  darkroom.close();
  await until(() => !alive(second));
  expect(darkroom.processId).toBeNull();
});
