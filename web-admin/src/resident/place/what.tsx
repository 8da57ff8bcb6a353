import { ResidentCategoriesDocument, type ResidentCategoriesQuery } from '../gql/graphql.ts';
import { Field, Tick, Waiting, type Wired } from '../parts.tsx';
import { Photos } from '../photos.tsx';
import { useSession } from '../session.tsx';
import { useAsked } from '../use-asked.ts';
import { Way } from '../way.tsx';
import { PLACE } from './place.texts.ts';
import type { StepProps } from './place-page.tsx';
import { RESIDENT } from '../resident.texts.ts';

/** First step: what is wanted, and what it looks like. */
export function What({ draft, faults, change }: StepProps) {
  const { data, fault, again } = useAsked(ResidentCategoriesDocument, {});
  const chosen = data?.serviceCategories.find(({ code }) => code === draft.category);
  if (!data) return <Waiting fault={fault} again={again} />;
  return (
    <>
      <Field label={PLACE.category} help={chosen?.about} fault={faults['category']}>
        {(wired) => (
          <Categories
            {...{ wired, value: draft.category, all: data.serviceCategories }}
            onChange={(category) => change({ category })}
          />
        )}
      </Field>
      <Field label={PLACE.content} help={PLACE.contentHelp} fault={faults['content']}>
        {(wired) => (
          <textarea
            {...wired}
            rows={5}
            value={draft.content}
            onChange={({ target }) => change({ content: target.value })}
          />
        )}
      </Field>
      <PhotosOfIt {...{ draft, faults, change }} />
    </>
  );
}

interface CategoriesProps {
  readonly wired: Wired;
  readonly value: string;
  readonly all: ResidentCategoriesQuery['serviceCategories'];
  readonly onChange: (code: string) => void;
}

/** Listed under their groups. */
export function Categories({ wired, value, all, onChange }: CategoriesProps) {
  const groups = [...new Set(all.map(({ groupName }) => groupName))];
  return (
    <select {...wired} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{RESIDENT.choose}</option>
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {all
            .filter(({ groupName }) => groupName === group)
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}

function PhotosOfIt({ draft, change }: StepProps) {
  const { self } = useSession();
  return (
    <div className="field">
      <p className="label">
        {PLACE.photos}
        <span className="soft">{RESIDENT.optional}</span>
      </p>
      <p className="soft">{self ? PLACE.photosHelp : PLACE.photosLater}</p>
      {self ? (
        <>
          <Tick
            label={PLACE.photoConsent}
            checked={draft.photoConsent}
            onChange={(photoConsent) => change({ photoConsent })}
          />
          <Photos
            {...{ label: PLACE.photos, value: draft.photos, most: 9, publishConsent: draft.photoConsent }}
            onChange={(photos) => change({ photos })}
          />
        </>
      ) : (
        <Way to="/sign-in" className="button">
          {PLACE.photosSignIn}
        </Way>
      )}
    </div>
  );
}
