import { QueryClientProvider } from '@tanstack/react-query';
import type { SessionAnswer } from '@xueshi/core';
import { useState } from 'react';
import { Admin, CustomRoutes, memoryStore, Resource } from 'react-admin';
import { createBrowserRouter, Route, RouterProvider } from 'react-router-dom';
import { Waiting } from '../entry/Waiting';
import { PublicFrame } from '../frame/PublicFrame';
import { PanelLayout } from '../layout/PanelLayout';
import { PanelNotification } from '../layout/PanelNotification';
import { sessionText } from '../messages/session';
import { homePages, panelPages, resourcePage } from '../pages/pages';
import { panelTheme } from '../theme/panelTheme';
import { useViews } from '../views/useViews';
import { makeAuthProvider } from './authProvider';
import { makeDataProvider } from './dataProvider';
import { i18nProvider } from './i18nProvider';
import { NotFoundPage } from './NotFoundPage';
import { makeQueryClient } from './queryClient';
import { SessionProvider, useSession } from './SessionContext';

/** React-Admin, loaded after sign-in. Lists' states are kept in memory: nothing personal stays in the browser. */
export default function Panel({ session }: { session: SessionAnswer }) {
  const [{ queryClient, router }] = useState(() => {
    const client = makeQueryClient();
    const element = <PanelAdmin queryClient={client} />;
    return { queryClient: client, router: createBrowserRouter([{ path: '*', element }]) };
  });
  return (
    <SessionProvider value={session}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </SessionProvider>
  );
}

function PanelAdmin({ queryClient }: { queryClient: ReturnType<typeof makeQueryClient> }) {
  const session = useSession();
  const { data, error, refetch } = useViews();
  const [{ authProvider, dataProvider, store }] = useState(() => ({
    authProvider: makeAuthProvider(session),
    dataProvider: makeDataProvider(),
    store: memoryStore(),
  }));
  const { userType } = session.membership;
  if (error && !data) {
    return (
      <PublicFrame title={sessionText.loadFailed} platformName={session.platformName}>
        <section className="card">
          <h1>{sessionText.loadFailed}</h1>
          <p className="alert alert-error" role="alert">
            {error.message}
          </p>
          <button className="button" type="button" onClick={() => void refetch()}>
            {sessionText.retry}
          </button>
        </section>
      </PublicFrame>
    );
  }
  if (!data) return <Waiting />;
  const ownPages = panelPages.filter((page) => page.userTypes.includes(userType) && session.modules.includes(page.module));
  return (
    <Admin
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
      theme={panelTheme}
      darkTheme={null}
      layout={PanelLayout}
      dashboard={homePages[userType]}
      notification={PanelNotification}
      catchAll={NotFoundPage}
      loginPage={false}
      title={session.platformName}
      disableTelemetry
    >
      {data.views.map((view) => (
        <Resource key={view.resource} name={view.resource} options={{ label: view.name }} list={resourcePage(view.resource, userType)} />
      ))}
      <CustomRoutes>
        {ownPages.map(({ path, Page }) => (
          <Route key={path} path={path} element={<Page />} />
        ))}
      </CustomRoutes>
    </Admin>
  );
}
