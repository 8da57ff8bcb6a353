import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { App } from 'antd';
import { sentenceOf } from '../../../shell/apollo.ts';
import { useDraft } from '../../../shell/use-draft.ts';
import { MeetingsMinutesDocument, MeetingsSaveMinutesDocument } from '../gql/graphql.ts';
import { MEETINGS } from '../meetings.texts.ts';
import type { Conflict } from './merge.ts';

type Texts = Readonly<Record<string, string>>;

/** What was changed, and of which version. */
interface Draft {
  readonly basedOn: number | null;
  readonly texts: Texts;
}

const NOTHING: Draft = { basedOn: null, texts: {} };

interface Saved {
  readonly basedOn: number;
  readonly texts: Texts;
  readonly merges?: number;
}

/** Writing minutes: changes are kept in this browser, sent against the version they were made of, and merged where two wrote. */
export function useMinutes(id: string, head: number) {
  const [draft, keep, forget] = useDraft<Draft>(`minutes.${id}`, NOTHING);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [send, { loading }] = useMutation(MeetingsSaveMinutesDocument, {
    refetchQueries: [MeetingsMinutesDocument],
    awaitRefetchQueries: true,
  });
  const { message } = App.useApp();
  const drop = () => {
    keep(NOTHING);
    forget();
  };
  const save = async ({ basedOn, texts, merges }: Saved) => {
    const input = {
      ...{ jointMeetingId: id, basedOn, merges: merges ?? null },
      ...{ sections: Object.keys(texts), texts: Object.values(texts), expectedVersion: null },
    };
    try {
      const { data } = await send({ variables: { input } });
      const { conflict: met, userErrors, jointMeeting } = data!.jointMeetingSaveMinutes;
      if (userErrors.length > 0) return void message.error(userErrors.map((error) => error.message).join(' '), 8);
      // What was sent is kept by the house, as a version or beside one.
      drop();
      setConflict(met);
      if (!met) void message.success(MEETINGS.saved(jointMeeting?.minutes?.head ?? head));
    } catch (error) {
      void message.error(`${MEETINGS.failed}${sentenceOf(error)}`, 8);
    }
  };
  return {
    ...{ draft, drop, conflict, setConflict, save, busy: loading },
    write: (key: string, text: string) =>
      keep({ basedOn: draft.basedOn ?? head, texts: { ...draft.texts, [key]: text } }),
  };
}
