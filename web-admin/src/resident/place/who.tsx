import { Field, Tick } from '../parts.tsx';
import { RESIDENT } from '../resident.texts.ts';
import { useSession } from '../session.tsx';
import { SignIn } from '../sign-in.tsx';
import type { StepProps } from './place-page.tsx';
import { PLACE } from './place.texts.ts';

/** Third step: who asks, and how they are reached. */
export function Who({ draft, faults, change }: StepProps) {
  const { self } = useSession();
  if (!self)
    return (
      <>
        <p>{RESIDENT.signInAbout}</p>
        <SignIn community={draft.place} />
      </>
    );
  const { name, phone } = self.contact ?? { name: self.person.displayName, phone: '' };
  return (
    <>
      <p className="note">{PLACE.contactAs(name, phone ?? '')}</p>
      <Field label={PLACE.wish} fault={faults['wishAt']} optional>
        {(wired) => (
          <input
            {...wired}
            type="datetime-local"
            value={draft.wishAt}
            onChange={({ target }) => change({ wishAt: target.value })}
          />
        )}
      </Field>
      <Tick
        label={PLACE.contactConsent}
        checked={draft.contactConsent}
        onChange={(contactConsent) => change({ contactConsent })}
      />
      <Tick
        label={PLACE.publishConsent}
        checked={draft.publishConsent}
        onChange={(publishConsent) => change({ publishConsent })}
      />
    </>
  );
}
