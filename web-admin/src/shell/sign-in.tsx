import { useState } from 'react';
import { Alert, Button, Form, Input } from 'antd';
import { COMMON } from '../texts/common.ts';
import { ShellLoginDocument } from './gql/graphql.ts';
import { SHELL } from './shell.texts.ts';
import { sentenceOf } from './apollo.ts';
import { ask } from './wire.ts';

interface Given {
  readonly username: string;
  readonly password: string;
}

/** Signs in by cookie; null, or the sentence that says why not. */
async function signIn({ username, password }: Given): Promise<string | null> {
  try {
    const { data, errors } = await ask(ShellLoginDocument, { input: { username, password, carrier: 'COOKIE' } });
    return errors?.[0]?.message ?? data?.sessionLogin.userErrors[0]?.message ?? null;
  } catch (error) {
    return sentenceOf(error);
  }
}

/** The form by which officials and unit staff sign in. */
export function SignInForm({ onDone }: { readonly onDone: () => void }) {
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const finish = async (given: Given) => {
    setBusy(true);
    const why = await signIn(given);
    setBusy(false);
    setFault(why);
    if (why === null) onDone();
  };
  return (
    <Form layout="vertical" size="large" onFinish={(given: Given) => void finish(given)} requiredMark={false}>
      {fault && <Alert type="error" showIcon title={fault} role="alert" style={{ marginBottom: 16 }} />}
      <Form.Item name="username" label={SHELL.username} rules={[{ required: true, message: SHELL.needUsername }]}>
        <Input autoComplete="username" autoFocus autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={SHELL.password} rules={[{ required: true, message: SHELL.needPassword }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {SHELL.signIn}
      </Button>
    </Form>
  );
}

/** Stands in the place of everything while nobody is signed in. */
export function SignInPage({ onDone }: { readonly onDone: () => void }) {
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>{COMMON.product}</h1>
        <p>{COMMON.slogan}</p>
        <SignInForm onDone={onDone} />
      </div>
    </main>
  );
}
