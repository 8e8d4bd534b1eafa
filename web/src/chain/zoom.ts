import { select } from "d3-selection";
import { zoom, zoomIdentity, zoomTransform, type ZoomTransform } from "d3-zoom";
import type { Point } from "./curve";

/** A step of the buttons and keys. */
const step = 1.3;
/** Smaller than this nothing can be read; larger than this nothing is gained. */
const bounds: [number, number] = [0.2, 3];
/** The size at which a drawing opens that is wider than its frame: labels of 13 pixels stay at 11. */
const readable = 0.85;
/** A drawing that fits whole at this size opens whole: labels of 13 pixels stay above 9. */
const fitting = 0.72;
/** The frame is as tall as its drawing, within these pixels and three quarters of the window. */
const tallest = 680;
const lowest = 180;
/** What lies beyond the edges is said in a strip under the drawing; the style has the same height. */
const strip = 24;
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
  /** What is moved: the drawing, and what is drawn over it. */
  readonly moved: HTMLElement;
  /** What holds the names that stay in view: of lanes at the left, of years at the top. Each name says its place in data-at. */
  readonly lanes: HTMLElement;
  readonly years: HTMLElement;
}

interface Drawn {
  readonly width: number;
  readonly height: number;
  /** Where along the years the text stands that was asked about. */
  readonly start: number;
  /** The pointer rests or goes, without a button, on a place of the drawing where no box is. */
  readonly point: (place: Point, scale: number) => void;
}

/** Puts each name where its lane or year is at a scale. */
function scale({ lanes, years }: Parts, k: number): void {
  for (const name of lanes.children as Iterable<Element> as Iterable<HTMLElement>)
    name.style.transform = `translateY(${Number(name.dataset["at"]) * k}px)`;
  for (const name of years.children as Iterable<Element> as Iterable<HTMLElement>)
    name.style.transform = `translateX(${Number(name.dataset["at"]) * k}px)`;
}

/**
 * Shows the drawing moved and scaled as t says. It is moved by a CSS transform, by whole pixels: the browser moves its picture
 * and does not draw it anew; the names are moved by their two holders, and one by one only where the scale changes.
 */
function show(parts: Parts, t: ZoomTransform, before: number): void {
  const { moved, lanes, years } = parts;
  if (t.k !== before) scale(parts, t.k);
  const [x, y] = [Math.round(t.x), Math.round(t.y)];
  moved.style.transform = `translate3d(${x}px, ${y}px, 0) scale(${t.k})`;
  lanes.style.transform = `translate3d(0, ${y}px, 0)`;
  years.style.transform = `translate3d(${x}px, 0, 0)`;
}

/** Air around a name at the edge, in pixels. */
const inset = 8;

/** Brings the year of the column at the frame's left edge into view, where its name was moved out of it: at rest, since it is drawn anew. */
function nameYear({ years }: Parts, t: ZoomTransform): void {
  const names = [...(years.children as Iterable<Element> as Iterable<HTMLElement>)];
  const at = (name: HTMLElement | undefined): number => Number(name?.dataset["at"] ?? Number.POSITIVE_INFINITY) * t.k + t.x;
  names.forEach((name, i) => {
    const [here, next] = [at(name), at(names[i + 1])];
    const pushed = here < 0 && next > 0 ? Math.min(inset - here, Math.max(0, next - here - name.offsetWidth - inset)) : 0;
    name.style.transform = `translateX(${Number(name.dataset["at"]) * t.k + pushed}px)`;
  });
}

/** Lets a drawing be dragged, pinched and zoomed (the wheel with Ctrl, so that the page still scrolls). */
export function moving(parts: Parts, { width, height, start, point }: Drawn): Moving {
  const { frame } = parts;
  const room = frame.clientWidth;
  const fit = Math.min(1, room / width);
  const opened = fit < fitting ? readable : fit;
  frame.style.height = `${Math.round(Math.max(lowest, Math.min(tallest, height * opened + strip, innerHeight * 0.75)))}px`;
  const whole = (): ZoomTransform => {
    const k = Math.min(1, room / width, (frame.clientHeight - strip) / height);
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
      // While it moves, a shield over the drawing spares the browser the search for what is under the pointer; while its size
      // changes, its picture is stretched, and drawn anew when the size is found, so that letters are sharp.
      if (Math.hypot(t.x - from.x, t.y - from.y) > still) frame.classList.add("moving");
      if (t.k !== from.k) frame.classList.add("sizing");
      scaled = t.k;
    })
    .on("end", ({ transform: t }: { transform: ZoomTransform }) => {
      frame.classList.remove("moving", "sizing");
      nameYear(parts, t);
      // What lies outside is said at the edge it lies beyond.
      frame.dataset["more"] = `${t.x < -edge ? "before " : ""}${t.x + width * t.k > room + edge ? "after" : ""}`;
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
  const stops = [following(frame, point), yielding(frame, height)];
  frame.addEventListener("focusin", onFocus);
  return {
    larger: () => target.call(behaviour.scaleBy, step),
    smaller: () => target.call(behaviour.scaleBy, 1 / step),
    whole: () => target.call(behaviour.transform, whole()),
    stop: () => {
      target.on(".zoom", null);
      for (const stop of stops) stop();
      frame.removeEventListener("focusin", onFocus);
    },
  };
}

/** A finger points this many times as bluntly as a mouse. */
const blunt = 2.5;

/** Tells where the pointer goes while no button is down, or where a finger taps, once a frame at the most; returns what ends it. */
function following(frame: HTMLElement, point: Drawn["point"]): () => void {
  let last: PointerEvent | null = null;
  const look = (): void => {
    if (last === null) return;
    const [t, seen] = [zoomTransform(frame), frame.getBoundingClientRect()];
    point(
      t.invert([last.clientX - seen.left - frame.clientLeft, last.clientY - seen.top - frame.clientTop]),
      last.pointerType === "touch" ? t.k / blunt : t.k,
    );
    last = null;
  };
  const onMove = (event: PointerEvent): void => {
    if (event.buttons !== 0 || (event.target as Element).closest("[role=button]") !== null) return;
    if (last === null) requestAnimationFrame(look);
    last = event;
  };
  frame.addEventListener("pointermove", onMove);
  frame.addEventListener("click", onMove);
  return () => {
    frame.removeEventListener("pointermove", onMove);
    frame.removeEventListener("click", onMove);
  };
}

/**
 * Leaves a finger's way up or down to the page where the drawing has no more to show that way: on a phone the frame is as wide as
 * the page, and who scrolls would be held in it. Returns what ends it.
 */
function yielding(frame: HTMLElement, height: number): () => void {
  let from: Touch | null = null;
  let page = false;
  const onStart = ({ touches }: TouchEvent): void => {
    from = touches.length === 1 ? (touches[0] ?? null) : null;
    page = false;
  };
  const onMove = (event: TouchEvent): void => {
    const to = event.touches[0];
    if (from !== null && to !== undefined) {
      const [dx, dy] = [to.clientX - from.clientX, to.clientY - from.clientY];
      const { y, k } = zoomTransform(frame);
      const more = dy < 0 ? y + height * k > frame.clientHeight - strip + edge : y < -edge;
      page = Math.abs(dy) > Math.abs(dx) && !more;
      from = null;
    }
    // Before the zoom hears of it, which would keep the browser from scrolling.
    if (page) event.stopImmediatePropagation();
  };
  const options = { capture: true, passive: true };
  frame.addEventListener("touchstart", onStart, options);
  frame.addEventListener("touchmove", onMove, options);
  return () => {
    frame.removeEventListener("touchstart", onStart, options);
    frame.removeEventListener("touchmove", onMove, options);
  };
}
