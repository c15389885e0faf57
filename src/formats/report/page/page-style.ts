import { CORPUS_ENTITY_KINDS } from "../../../model/corpus-entity.js";
import { KINDS, MENTION_KINDS } from "../../../model/kinds.js";

/** What lies behind the words of each kind, on light (0) or on dark paper (1). */
const grounds = (paper: 0 | 1): string => MENTION_KINDS.map((kind) => `--${kind}:${KINDS[kind].ground[paper]}`).join(";");
const LIGHT = `${grounds(0)};--ink:#1d2733;--soft:#566372;--line:#d9e0e7;--link:#0b57a4;--paper:#fff;--ground:#f4f6f9;--head:#e9eef4;--sea:#e8eff7;--land:#dde4de;--border:#fff;--shade:#44739f;--halo:#fff;--harm:#b3261e;--here:#ffd84d`;
const DARK = `${grounds(1)};--ink:#e6ebf1;--soft:#a3b3c2;--line:#33404d;--link:#8abef2;--paper:#18202a;--ground:#10161d;--head:#222d39;--sea:#121a23;--land:#2f3a45;--border:#121a23;--shade:#5f9bd3;--halo:#121a23;--harm:#ff8a80;--here:#7a6400`;

/** The look of the report: system fonts, colors that tell the kinds apart also for color-blind readers; light, dark, phone and paper. */
export const PAGE_STYLE = `
:root{color-scheme:light;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${DARK}}}
@media screen{:root[data-theme=dark]{color-scheme:dark;${DARK}}}
*{box-sizing:border-box}[hidden]{display:none!important}
body{margin:0;font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink);background:var(--ground)}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;z-index:9;background:var(--paper);padding:6px 12px}
.out-of-sight{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header{position:sticky;top:0;z-index:5;background:var(--paper);border-bottom:1px solid var(--line)}
.bar{max-width:1320px;margin:0 auto;padding:8px 20px;display:flex;flex-wrap:wrap;gap:4px 18px;align-items:center}
.brand{margin:0;color:var(--soft)}.brand b{color:var(--ink);font-size:17px;margin-right:6px}
nav#tabs{display:flex;flex-wrap:wrap;gap:2px;margin-left:auto}
nav#tabs a{padding:5px 11px;border-radius:7px;text-decoration:none;color:var(--link)}nav#tabs a[aria-current]{background:var(--link);color:var(--paper)}
button,select,input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:7px;padding:4px 10px;min-height:32px}
button{cursor:pointer}button:disabled{opacity:.55;cursor:default}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}main:focus{outline:none}
a{color:var(--link)}
main{max-width:1320px;margin:0 auto;padding:14px 20px 40px}
footer{max-width:1320px;margin:0 auto;padding:0 20px 30px;color:var(--soft);font-size:13px}
.filters{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:start;background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:10px 14px;margin-bottom:14px}
.control{display:flex;flex-direction:column;gap:2px;min-width:0}.control label{font-size:12.5px;color:var(--soft)}.control select,.control input{width:100%;min-width:0}
.filters>.control{flex:1 1 200px;max-width:300px}.more{flex:10 1 840px;min-width:0}.more summary{font-size:12.5px;color:var(--soft);cursor:pointer;width:fit-content;max-width:100%}
.grid{display:grid;grid-template-columns:repeat(auto-fit,minmax(98px,1fr));gap:6px 8px;margin-top:2px}.told-count{flex:1 1 100%;display:flex;flex-wrap:wrap;gap:6px 14px;align-items:center}
.count{font-weight:600}
.numbers{display:flex;flex-wrap:wrap;gap:4px 26px;list-style:none;margin:0 0 12px;padding:0;color:var(--soft)}.numbers b{color:var(--ink);font-size:19px}.numbers b.nowrap{font-size:15px}
.charts{display:grid;grid-template-columns:minmax(0,1.35fr) minmax(0,1fr);gap:14px;margin-bottom:14px}
.panel{margin:0;background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:10px 14px;min-width:0}figcaption{font-size:13px;color:var(--soft);margin-bottom:6px}figcaption b{color:var(--ink);font-size:15px}
.map{position:relative}.map svg{display:block;width:100%;height:330px;background:var(--sea);border-radius:8px;cursor:grab;touch-action:pan-y}
.land{fill:var(--land);stroke:var(--border);stroke-width:.6;vector-effect:non-scaling-stroke}.land.named{fill:color-mix(in srgb,var(--shade) calc(var(--share)*100%),var(--land))}
.pin{fill:#b3261e;fill-opacity:.78;stroke:#fff;stroke-width:1;vector-effect:non-scaling-stroke;cursor:pointer}.pin:focus-visible{outline:none;stroke:var(--ink);stroke-width:3}
.pin-count{fill:#fff;font-weight:600;text-anchor:middle;pointer-events:none}.pin-name{fill:var(--ink);paint-order:stroke;stroke:var(--halo);stroke-linejoin:round;pointer-events:none}
.zoom{position:absolute;top:8px;left:8px;display:flex;gap:4px}.zoom button{min-width:32px;padding:2px 9px}
.tip{position:absolute;max-width:240px;padding:4px 10px;border-radius:6px;background:var(--ink);color:var(--paper);font-size:13px;pointer-events:none;z-index:1}
.lost{font-size:13px;margin-top:6px}.lost summary{cursor:pointer;color:var(--soft)}.lost p{margin:4px 0;max-height:9em;overflow:auto}
svg text{font-family:inherit}.time,.toll-chart svg{display:block;width:100%;height:auto}.tick{font-size:12px;fill:var(--soft)}.axis{stroke:var(--line)}.bar{fill:var(--shade)}rect.bar{cursor:pointer}rect.bar:hover,rect.bar:focus-visible{fill:var(--harm);outline:none}
.told{fill:none}path.told{stroke:var(--harm);stroke-width:2}.point{fill:var(--harm)}.point-name{font-size:12.5px;fill:var(--ink)}.toll-chart{margin:8px 0;max-width:760px}
.list{scroll-margin-top:56px}
table{border-collapse:separate;border-spacing:0;width:100%;background:var(--paper);border:1px solid var(--line);border-radius:10px;font-size:14px}
th,td{padding:6px 9px;text-align:left;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:break-word}
tbody tr:last-child>td{border-bottom:0}
thead th{position:sticky;top:50px;z-index:2;background:var(--head);padding:0}thead th:first-child{border-top-left-radius:10px}thead th:last-child{border-top-right-radius:10px}
thead button{border:0;background:none;font-weight:600;width:100%;text-align:left;padding:6px 9px;white-space:nowrap}th.number button{text-align:right}.arrow{font-size:10px;margin-left:4px;color:var(--soft)}[aria-sort=ascending] .arrow,[aria-sort=descending] .arrow{color:var(--link)}
td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.nowrap{white-space:nowrap}td.wide{min-width:270px;width:38%}tbody tr{scroll-margin-top:92px}
.says{display:block;color:var(--soft);font-size:13px;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
.plain{color:inherit;text-decoration:none}.plain:hover{text-decoration:underline}
.tag{display:inline-block;font-size:12px;border:1px solid var(--line);border-radius:10px;padding:0 8px;margin:0 5px;color:var(--soft)}
.kind{display:inline-block;font-size:12.5px;font-weight:400;border-radius:10px;padding:0 9px}${CORPUS_ENTITY_KINDS.map((kind) => `.kind.${kind}{background:var(--${kind})}`).join("")}
.meta{color:var(--soft);font-size:13px}.below{display:block}
tr.open>td{background:var(--head)}.detail>td{background:var(--ground);padding:12px 16px}
.inside h2{font-size:15px;margin:10px 0 4px}
.tolls{display:inline-flex;flex-wrap:wrap;gap:4px 6px;vertical-align:middle}.toll{background:var(--casualty);border-radius:12px;padding:0 10px;font-size:13px}
.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:2px 14px;margin:8px 0}.facts dt{color:var(--soft)}.facts dd{margin:0;overflow-wrap:anywhere}
.reports,.named{margin:0;padding-left:20px}.reports li,.named li{margin-bottom:8px}
blockquote{margin:4px 0;padding-left:12px;border-left:3px solid var(--line)}
.pager{display:flex;flex-wrap:wrap;gap:6px 8px;align-items:center;margin:10px 0}
.card-sort{display:none}
.note{color:var(--soft);font-size:13.5px;margin:8px 0;max-width:90ch}.none{color:var(--soft);padding:16px;text-align:center}
.reader{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:18px 24px;margin-top:10px}.reader h1{font-size:22px;line-height:1.25;margin:0 0 4px;overflow-wrap:anywhere}.reader h2{font-size:17px;margin:16px 0 6px}
details.told{margin:8px 0;fill:currentColor}details.told summary{cursor:pointer;font-weight:600}details.told ul{margin:6px 0;padding-left:20px}details.told li{margin-bottom:4px}
.legend{display:flex;flex-wrap:wrap;gap:6px 10px;font-size:13px;align-items:center}
.text{font:17px/1.7 Charter,"Iowan Old Style",Georgia,"Times New Roman",serif;white-space:pre-wrap;overflow-wrap:anywhere;max-width:78ch}
mark{color:inherit;background:none;border-radius:3px;padding:1px 2px;-webkit-box-decoration-break:clone;box-decoration-break:clone}mark a{color:inherit;text-decoration:underline;text-decoration-color:color-mix(in srgb,currentColor 35%,transparent);text-underline-offset:3px}
mark.person{background:var(--person)}mark.organization{background:var(--organization)}mark.place{background:var(--place)}mark.group{background:var(--group)}mark.date{background:var(--date)}mark.casualty{background:var(--casualty);font-weight:600}
mark.here{background:var(--here);outline:2px solid var(--harm);scroll-margin:40vh}td mark.here,blockquote mark.here{outline:0;background:var(--date)}
.print-only{display:none}
@media (max-width:1100px){.charts{grid-template-columns:minmax(0,1fr)}}
@media screen and (max-width:800px){
header{position:static}.bar,main,footer{padding-left:12px;padding-right:12px}nav#tabs{margin-left:0;width:100%;overflow-x:auto;flex-wrap:nowrap}.bar{position:relative;padding-right:56px}#theme{position:absolute;top:6px;right:12px}
.filters{position:static}.filters{gap:8px}.filters>.control{flex:1 1 100%;max-width:none}.more{flex:1 1 100%}.grid{grid-template-columns:1fr 1fr;margin-top:6px}
button,select,input{min-height:38px}
.map svg{height:260px}
table,tbody,tr,td{display:block;width:100%}table{background:none;border:0}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody tr{background:var(--paper);border:1px solid var(--line);border-radius:10px;margin-bottom:10px;padding:6px 0}tbody tr.detail{margin-top:-8px}
td,tbody tr:last-child>td{display:grid;grid-template-columns:84px minmax(0,1fr);gap:0 10px;border:0;padding:3px 12px;text-align:left}td.number{text-align:left}
td::before{content:attr(data-name);color:var(--soft);font-size:13px}td.wide{min-width:0;display:block}td.wide::before{display:block}.detail td{display:block}.detail td::before{content:none}td.empty{display:none}
td>*{grid-column:2}td.wide>*{grid-column:auto}
.says{-webkit-line-clamp:4}.facts{grid-template-columns:minmax(0,1fr)}.facts dd{margin-bottom:4px}td.wide{width:100%}tr.detail td{padding:12px}
.card-sort{display:block;margin-bottom:10px}.reader{padding:14px}.text{font-size:16.5px}
}
@media print{
:root{color-scheme:light;${LIGHT}}
@page{size:A4 landscape;margin:12mm}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{background:#fff;font-size:10pt}header{position:static}nav#tabs,#theme,.filters,.pager,.zoom,.tip,.back,.skip,.arrow,footer,.card-sort{display:none!important}
main{padding:0;max-width:none}.bar{padding:0 0 6px}.print-only{display:block;font-weight:600}
table{font-size:8.5pt;border-radius:0}thead{display:table-header-group}thead th{position:static}thead button{padding:3px 6px;min-height:0;white-space:normal}th,td{padding:3px 6px}td.wide{min-width:150px}tr{break-inside:avoid}
.charts{grid-template-columns:1.35fr 1fr;break-inside:avoid}.map svg{height:230px}.panel{break-inside:avoid}.reader{border:0;padding:0}.text{font-size:11pt;max-width:none}a{color:inherit}
}
`;
