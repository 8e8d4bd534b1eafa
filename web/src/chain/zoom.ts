import { select } from "d3-selection";
import { zoom, zoomIdentity, zoomTransform, type ZoomTransform } from "d3-zoom";

/** A step of the buttons and keys. */
const step = 1.3;
/** Smaller than this nothing can be read; larger than this nothing is gained. */
const bounds: [number, number] = [0.2, 3];
/** The smallest size at which a drawing opens: labels of 13 pixels stay above 10. */
const readable = 0.78;
/** The frame is as tall as its drawing, within these pixels and three quarters of the window. */
const tallest = 680;
const lowest = 180;
/** Where the text that was asked about stands when a drawing opens, as a share of the frame's width. */
const before = 0.62;
/** A press that moves by no more pixels than this is a click. */
const still = 4;
/** A drawing that goes on by fewer pixels than this has no box there: only its margin. */
const edge = 30;
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
  /** What holds the names that stay in view: of lanes at the left, of years at the top. Each name says its place in data-at. */
  readonly lanes: HTMLElement;
  readonly years: HTMLElement;
}

interface Extent {
  readonly width: number;
  readonly height: number;
  /** Where along the years the text stands that was asked about. */
  readonly start: number;
}

/** Puts each name where its lane or year is at a scale. */
function scale({ lanes, years }: Parts, k: number): void {
  for (const name of lanes.children as Iterable<Element> as Iterable<HTMLElement>)
    name.style.transform = `translateY(${Number(name.dataset["at"]) * k}px)`;
  for (const name of years.children as Iterable<Element> as Iterable<HTMLElement>)
    name.style.transform = `translateX(${Number(name.dataset["at"]) * k}px)`;
}

/**
 * Shows the drawing moved and scaled as t says. The SVG is moved by a CSS transform: the browser moves its picture and does
 * not draw it anew; the names are moved by their two holders, and one by one only where the scale changes.
 */
function show(parts: Parts, t: ZoomTransform, before: number): void {
  const { svg, lanes, years } = parts;
  if (t.k !== before) scale(parts, t.k);
  svg.style.transform = `translate(${t.x}px, ${t.y}px) scale(${t.k})`;
  lanes.style.transform = `translateY(${t.y}px)`;
  years.style.transform = `translateX(${t.x}px)`;
}

/** Lets a drawing be dragged, pinched and zoomed (the wheel with Ctrl, so that the page still scrolls). */
export function moving(parts: Parts, { width, height, start }: Extent): Moving {
  const { frame, svg } = parts;
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
  let from = zoomIdentity;
  let scaled = 0;
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent(bounds)
    .translateExtent([
      [-width, -height],
      [width * 2, height * 2],
    ])
    .filter((event: WheelEvent | MouseEvent | TouchEvent) =>
      event.type === "wheel" ? event.ctrlKey || event.metaKey : !("button" in event) || event.button === 0,
    )
    .clickDistance(still)
    .on("start", () => {
      from = zoomTransform(frame);
    })
    .on("zoom", ({ transform: t }: { transform: ZoomTransform }) => {
      show(parts, t, scaled);
      // While it moves, a shield over the drawing spares the browser the search for the line under the pointer.
      if (Math.hypot(t.x - from.x, t.y - from.y) > still) frame.classList.add("moving");
      scaled = t.k;
    })
    .on("end", ({ transform: t }: { transform: ZoomTransform }) => {
      frame.classList.remove("moving");
      // What lies outside is said at the edge it lies beyond.
      frame.dataset["more"] = `${t.x < -edge ? "before " : ""}${t.x + width * t.k > room + edge ? "after" : ""}`;
      if (t.k === from.k) return;
      // Drawn anew at the new size, so that letters are sharp.
      svg.style.willChange = "auto";
      requestAnimationFrame(() => {
        svg.style.willChange = "";
      });
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
