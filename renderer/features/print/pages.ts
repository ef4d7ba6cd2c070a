import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
// Runs on the page itself: the content security policy allows no worker, and a letter is short.
import 'pdfjs-dist/build/pdf.worker.mjs';

/** A page of the finished PDF, ready to be shown. */
export interface PreviewPage {
  readonly number: number;
  /** In points, 1/72 inch. */
  readonly width: number;
  readonly height: number;
  /** The words on the page in reading order, for those who hear it. */
  readonly text: string;
  /**
   * Draws the page into a canvas, `width` CSS pixels wide. What comes back ends the drawing.
   */
  readonly draw: (canvas: HTMLCanvasElement, width: number) => () => void;
}

export interface PreviewPages {
  readonly pages: readonly PreviewPage[];
  readonly close: () => void;
}

/**
 * Opens a PDF for showing. What is shown is the very file that is printed or saved, so the preview
 * can not differ from the paper.
 */
export async function openPages(pdf: Uint8Array): Promise<PreviewPages> {
  // pdf.js takes the buffer over; the caller keeps its own.
  const loading = getDocument({
    data: pdf.slice(),
    useWorkerFetch: false,
    useWasm: false,
    disableAutoFetch: true,
  });
  const file = await loading.promise;
  const numbers = Array.from({ length: file.numPages }, (_, index) => index + 1);
  return {
    pages: await Promise.all(numbers.map(number => openPage(file, number))),
    close: () => void loading.destroy(),
  };
}

async function openPage(file: PDFDocumentProxy, number: number): Promise<PreviewPage> {
  const page = await file.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const text = content.items
    .map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('');
  return {
    number,
    width,
    height,
    text,
    draw(canvas, cssWidth) {
      const viewport = page.getViewport({ scale: (cssWidth / width) * window.devicePixelRatio });
      // A canvas takes one drawing at a time, and shows what it had until the next one is whole.
      const sheet = document.createElement('canvas');
      sheet.width = Math.round(viewport.width);
      sheet.height = Math.round(viewport.height);
      const task = page.render({ canvas: sheet, viewport });
      task.promise.then(
        () => {
          canvas.width = sheet.width;
          canvas.height = sheet.height;
          canvas.getContext('2d')?.drawImage(sheet, 0, 0);
        },
        // Ended before it was whole: another drawing follows, or the preview was closed.
        () => undefined,
      );
      return () => task.cancel();
    },
  };
}
