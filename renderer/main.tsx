import './api/no-eval.ts';
import './styles/global.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { queries } from './api/queries.ts';
import { followDataChanges, followDays, queryClient } from './api/query-client.ts';
import { App } from './App.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Surroundings } from './ui/Surroundings.tsx';

followDataChanges();
followDays();
// What every place needs is asked for before anything is drawn, so that the window opens in one step.
// A failure stays in the cache and is shown by the error boundary.
await Promise.all([
  queryClient.prefetchQuery(queries.shellInfo),
  queryClient.prefetchQuery(queries.settings),
  queryClient.prefetchQuery(queries.journeys),
]);

const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <Surroundings>
        <ErrorBoundary>
          <App />
        </ErrorBoundary>
      </Surroundings>
    </QueryClientProvider>,
  );
}
