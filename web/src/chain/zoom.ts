import { select } from "d3-selection";
import { zoom, zoomIdentity, type ZoomTransform } from "d3-zoom";

/** A step of the buttons and keys. */
const step = 1.3;
/** Smaller than this nothing can be read; larger than this nothing is gained. */
const bounds: [number, number] = [0.2, 3];
/** The smallest size at which a drawing opens: labels are read at 13 pixels times this. */
const readable = 0.75;
/** The frame is as tall as its drawing, within these pixels. */
const tallest = 640;
const lowest = 220;

/** How a drawing is moved. */
export interface Moving {
  readonly larger: () => void;
  readonly smaller: () => void;
  readonly whole: () => void;
  readonly stop: () => void;
}

/**
 * Lets a drawing be dragged, pinched and zoomed (the wheel with Ctrl, so that the page still scrolls). The SVG is moved by
 * a CSS transform: the browser moves its picture and does not draw it anew.
 */
export function moving(frame: HTMLElement, svg: SVGSVGElement, width: number, height: number): Moving {
  const room = frame.clientWidth;
  frame.style.height = `${Math.max(lowest, Math.min(tallest, height, Math.round(innerHeight * 0.75)))}px`;
  const whole = (): ZoomTransform => {
    const k = Math.min(1, room / width, frame.clientHeight / height);
    return zoomIdentity.translate(Math.max(0, (room - width * k) / 2), 0).scale(k);
  };
  // Opens readable, with the latest years in view: what was asked about mostly stands there.
  const opening = (): ZoomTransform => {
    const all = whole();
    if (all.k >= readable) return all;
    return zoomIdentity.translate(Math.min(0, room - width * readable), 0).scale(readable);
  };
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent(bounds)
    .filter((event: WheelEvent | MouseEvent | TouchEvent) => (event.type === "wheel" ? event.ctrlKey || event.metaKey : !("button" in event) || event.button === 0))
    .clickDistance(4)
    .on("start", () => {
      svg.style.willChange = "transform";
    })
    .on("zoom", ({ transform }: { transform: ZoomTransform }) => {
      svg.style.transform = `translate(${transform.x}px, ${transform.y}px) scale(${transform.k})`;
    })
    .on("end", () => {
      // Drawn anew at the new size, so that letters are sharp.
      svg.style.willChange = "";
    });
  const target = select<HTMLElement, unknown>(frame);
  target.call(behaviour).on("dblclick.zoom", null);
  target.call(behaviour.transform, opening());
  return {
    larger: () => target.call(behaviour.scaleBy, step),
    smaller: () => target.call(behaviour.scaleBy, 1 / step),
    whole: () => target.call(behaviour.transform, whole()),
    stop: () => {
      target.on(".zoom", null);
    },
  };
}
