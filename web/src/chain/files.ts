import { download, fileName } from "../export";
import { say } from "../store";
import { actWords, short } from "../words";
import type { Picture } from "./picture";

/** What of the style a file must carry by itself. */
const carried = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-opacity",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
] as const;

/** The drawing as a file of its own: no style sheet, the colours of the page as it is. */
export function svgText(svg: SVGSVGElement): string {
  const clone = svg.cloneNode(true) as SVGSVGElement;
  clone.removeAttribute("style");
  clone.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const originals = [...svg.querySelectorAll<SVGElement>("*")];
  const copies = [...clone.querySelectorAll<SVGElement>("*")];
  originals.forEach((original, i) => {
    const style = getComputedStyle(original);
    for (const name of carried) copies[i]?.setAttribute(name, style.getPropertyValue(name));
    for (const name of ["class", "tabindex", "role"]) copies[i]?.removeAttribute(name);
  });
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("fill", getComputedStyle(document.documentElement).backgroundColor);
  clone.prepend(paper);
  return new XMLSerializer().serializeToString(clone);
}

/** Saves the drawing as SVG. */
export function saveSvg(svg: SVGSVGElement | null, name: string): void {
  if (svg === null) return say("There is no drawing. Switch from the list to the drawing first.");
  download(fileName(name, "svg"), "image/svg+xml", svgText(svg));
}

/** Dots of the picture for each pixel of the drawing: sharp in print. */
const sharpness = 2;

/** Saves the drawing as PNG. */
export function savePng(svg: SVGSVGElement | null, name: string): void {
  if (svg === null) return say("There is no drawing. Switch from the list to the drawing first.");
  const url = URL.createObjectURL(new Blob([svgText(svg)], { type: "image/svg+xml" }));
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = svg.width.baseVal.value * sharpness;
    canvas.height = svg.height.baseVal.value * sharpness;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(url);
    canvas.toBlob((blob) =>
      blob === null
        ? say("The browser could not draw so large a picture. Save it as SVG.")
        : download(fileName(name, "png"), "image/png", blob),
    );
  };
  image.onerror = () => say("The browser could not draw the picture. Save it as SVG.");
  image.src = url;
}

const xml = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "").replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** The picture as GEXF 1.3, which Gephi opens. */
export function gexf(of: Picture): string {
  const nodes = of.spots.map(
    ({ brief }) =>
      `<node id="${xml(brief.id)}" label="${xml(short(brief))}"><attvalues><attvalue for="title" value="${xml(brief.title ?? "")}"/><attvalue for="date" value="${xml(brief.date ?? "")}"/><attvalue for="organ" value="${xml(brief.body ?? "")}"/><attvalue for="kind" value="${brief.kind}"/></attvalues></node>`,
  );
  const edges = of.ties.map(
    (t, i) => `<edge id="${i}" source="${xml(t.from)}" target="${xml(t.to)}" weight="${t.count}" label="${xml(actWords(t.act))}"/>`,
  );
  const attributes = ["title", "date", "organ", "kind"].map((name) => `<attribute id="${name}" title="${name}" type="string"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed">
<attributes class="node">${attributes.join("")}</attributes>
<nodes>${nodes.join("\n")}</nodes>
<edges>${edges.join("\n")}</edges>
</graph></gexf>
`;
}

/** Saves the picture as GEXF. */
export const saveGexf = (of: Picture, name: string): void => download(fileName(name, "gexf"), "application/gexf+xml", gexf(of));

/** The links of a picture as rows. */
export const tieRows = (of: Picture) =>
  of.ties.map((t) => ({
    from: t.from,
    to: t.to,
    act: actWords(t.act),
    citations: t.count,
    paragraph: t.place,
    words: t.quote,
    sentence: t.before + t.quote + t.after,
  }));
