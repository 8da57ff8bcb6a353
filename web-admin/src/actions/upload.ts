import { ACTIONS } from './actions.texts.ts';

interface Upload {
  readonly file: Blob;
  /** May it be shown beyond those who work on the case? */
  readonly publishConsent: boolean;
  readonly onProgress: (percent: number) => void;
}

/** Sends a photo and gives its id. Throws an error whose message is for people. */
export function upload({ file, publishConsent, onProgress }: Upload): Promise<string> {
  const form = new FormData();
  // The verb that takes the photo says what it shows; here it only has to be one of the purposes.
  form.append('purpose', 'EVIDENCE');
  form.append('publishConsent', String(publishConsent));
  form.append('file', file);
  return new Promise((resolve, reject) => {
    // fetch cannot tell how far a sending is.
    const request = new XMLHttpRequest();
    request.open('POST', '/files');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? (loaded / total) * 100 : 0);
    request.onerror = () => reject(new Error(ACTIONS.photoLost));
    request.onload = () => {
      const answer = request.response as { id?: string; message?: string } | null;
      if (request.status === 201 && answer?.id) resolve(answer.id);
      else reject(new Error(answer?.message ?? ACTIONS.photoFailed));
    };
    request.send(form);
  });
}
