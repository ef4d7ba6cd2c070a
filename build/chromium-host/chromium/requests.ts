import { toApp } from '../address.ts';
import type { Line } from './pipe.ts';

interface Paused {
  readonly requestId: string;
  readonly resourceType: string;
  readonly frameId: string;
  readonly redirectedRequestId?: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly postData?: string;
  };
}

/** A request of a page, in the app's own addresses. */
export interface PageRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly resourceType: string;
  readonly frameId: string;
  readonly isRedirect: boolean;
  readonly postData: string | undefined;
  /** The address as Chromium wrote it. */
  readonly rawUrl: string;
}

/** `stay`: the page stays where it is. `refuse`: the request fails as a blocked one does. */
type Answer = Response | 'stay' | 'refuse';

/** Every request of a page and of its frames and workers goes to `answer`, and nowhere else. */
export async function interceptRequests(
  line: Line,
  answer: (request: PageRequest) => Promise<Answer>,
): Promise<void> {
  line.on('Fetch.requestPaused', params => {
    const paused = params as unknown as Paused;
    void settle(line, paused, answer).catch(() => {
      // The page left while its request was being answered.
    });
  });
  await line.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function settle(
  line: Line,
  paused: Paused,
  answer: (request: PageRequest) => Promise<Answer>,
): Promise<void> {
  const { requestId } = paused;
  const fail = (errorReason: string) => line.send('Fetch.failRequest', { requestId, errorReason });
  let response: Answer;
  try {
    response = await answer(toRequest(paused));
  } catch (error) {
    console.error('protocol handler failed:', error);
    await fail('Failed');
    return;
  }
  if (response === 'stay') await fail('Aborted');
  else if (response === 'refuse') await fail('BlockedByClient');
  else if (response.type === 'error') await fail('Failed');
  else {
    const body = Buffer.from(await response.arrayBuffer());
    await line.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: body.toString('base64'),
    });
  }
}

function toRequest({ request, ...paused }: Paused): PageRequest {
  return {
    url: toApp(request.url),
    rawUrl: request.url,
    method: request.method,
    headers: request.headers,
    resourceType: paused.resourceType,
    frameId: paused.frameId,
    isRedirect: paused.redirectedRequestId !== undefined,
    postData: request.postData,
  };
}
