import { select } from "d3-selection";
import { zoom, zoomIdentity, zoomTransform, type ZoomTransform } from "d3-zoom";

/** A step of the buttons and keys. */
const step = 1.3;
/** Smaller than this nothing can be read; larger than this nothing is gained. */
const bounds: [number, number] = [0.2, 3];
/** The smallest size at which a drawing opens: labels of 13 pixels stay above 11. */
const readable = 0.86;
/** The frame is as tall as its drawing, within these pixels and three quarters of the window. */
const tallest = 680;
const lowest = 180;
/** Where the text that was asked about stands when a drawing opens, as a share of the frame's width. */
const before = 0.62;
/** Room kept around a box that comes into view, for its badges and the names at the edges. */
const air = 40;

/** How a drawing is moved. */
export interface Moving {
  readonly larger: () => void;
  readonly smaller: () => void;
  readonly whole: () => void;
  readonly stop: () => void;
}

interface Parts {
  readonly frame: HTMLElement;
  readonly svg: SVGSVGElement;
  /** Names that stay in view: of lanes at the left, of years at the top. Each says its place in data-at. */
  readonly names: readonly HTMLElement[];
}

interface Extent {
  readonly width: number;
  readonly height: number;
  /** Where along the years the text stands that was asked about. */
  readonly start: number;
}

/**
 * Lets a drawing be dragged, pinched and zoomed (the wheel with Ctrl, so that the page still scrolls). The SVG is moved by
 * a CSS transform: the browser moves its picture and does not draw it anew.
 */
export function moving({ frame, svg, names }: Parts, { width, height, start }: Extent): Moving {
  const room = frame.clientWidth;
  const opened = Math.max(readable, Math.min(1, room / width));
  frame.style.height = `${Math.round(Math.max(lowest, Math.min(tallest, height * opened, innerHeight * 0.75)))}px`;
  const whole = (): ZoomTransform => {
    const k = Math.min(1, room / width, frame.clientHeight / height);
    return zoomIdentity.translate(Math.max(0, (room - width * k) / 2), 0).scale(k);
  };
  // Opens readable, with the text that was asked about in view and more room before it than after it: chains lead back.
  const opening = (): ZoomTransform => {
    const left = Math.max(room - width * opened, room * before - start * opened);
    return zoomIdentity.translate(Math.min(0, left), 0).scale(opened);
  };
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent(bounds)
    .translateExtent([
      [-width, -height],
      [width * 2, height * 2],
    ])
    .filter((event: WheelEvent | MouseEvent | TouchEvent) =>
      event.type === "wheel" ? event.ctrlKey || event.metaKey : !("button" in event) || event.button === 0,
    )
    .clickDistance(4)
    .on("start", () => {
      svg.style.willChange = "transform";
    })
    .on("zoom", ({ transform: t }: { transform: ZoomTransform }) => {
      svg.style.transform = `translate(${t.x}px, ${t.y}px) scale(${t.k})`;
      for (const name of names) {
        const at = Number(name.dataset["at"]);
        name.style.transform = name.dataset["along"] === "x" ? `translateX(${t.x + at * t.k}px)` : `translateY(${t.y + at * t.k}px)`;
      }
    })
    .on("end", () => {
      // Drawn anew at the new size, so that letters are sharp.
      svg.style.willChange = "";
    });
  const target = select<HTMLElement, unknown>(frame);
  target.call(behaviour).on("dblclick.zoom", null);
  target.call(behaviour.transform, opening());
  // A box that gets the focus comes into view, by the same transform: the frame itself never scrolls.
  const onFocus = (event: FocusEvent): void => {
    if (!(event.target instanceof SVGElement) || !event.target.matches(":focus-visible")) return;
    const box = event.target.getBoundingClientRect();
    const seen = frame.getBoundingClientRect();
    const by = (from: number, to: number, start: number, end: number): number =>
      from < start + air ? start + air - from : to > end - air ? end - air - to : 0;
    const [dx, dy] = [by(box.left, box.right, seen.left, seen.right), by(box.top, box.bottom, seen.top, seen.bottom)];
    const k = zoomTransform(frame).k;
    if (dx !== 0 || dy !== 0) target.call(behaviour.translateBy, dx / k, dy / k);
  };
  frame.addEventListener("focusin", onFocus);
  return {
    larger: () => target.call(behaviour.scaleBy, step),
    smaller: () => target.call(behaviour.scaleBy, 1 / step),
    whole: () => target.call(behaviour.transform, whole()),
    stop: () => {
      target.on(".zoom", null);
      frame.removeEventListener("focusin", onFocus);
    },
  };
}
