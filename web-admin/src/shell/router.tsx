import { type ComponentType, lazy } from 'react';
import { createBrowserRouter, useRouteError } from 'react-router';
import { Fault, Nothing } from '../parts/standing.tsx';
import { COMMON } from '../texts/common.ts';
import { features } from './features.ts';
import { Frame } from './frame.tsx';
import { PageFrame } from './page.tsx';

const pageOf = (load: () => Promise<{ readonly Page: ComponentType }>) =>
  lazy(async () => ({ default: (await load()).Page }));

function Missing() {
  return (
    <PageFrame title={COMMON.notFoundTitle}>
      <Nothing text={COMMON.notFound} />
    </PageFrame>
  );
}

/** A page that broke, or whose files a newer version has replaced: reading it again helps in both cases. */
function Broken() {
  const error = useRouteError();
  return (
    <PageFrame title={COMMON.faultTitle}>
      <Fault error={error} onRetry={() => location.reload()} />
    </PageFrame>
  );
}

export const router = createBrowserRouter(
  [
    {
      element: <Frame />,
      children: [
        {
          errorElement: <Broken />,
          children: [
            ...features.flatMap(({ routes }) =>
              routes.map(({ path, load }) => {
                const Page = pageOf(load);
                return { path, element: <Page /> };
              }),
            ),
            { path: '*', element: <Missing /> },
          ],
        },
      ],
    },
  ],
  { basename: '/console' },
);
