/** The look of the report: one column, system fonts, colors that tell the kinds apart also for color-blind readers. */
export const REPORT_STYLE = `
:root{--person:#cfe3ff;--organization:#ffe2b8;--place:#cdeccd;--group:#e6e0f5;--date:#fff3a6;--casualty:#ffc9c9;--ink:#1d2733;--soft:#5c6b7a;--line:#dde3ea;--link:#0b57a4;--paper:#fff;--ground:#f6f8fa;--head:#eef2f6;--sea:#eef3f8;--land:#dfe5e0;--border:#fff;--shade:#3d6f9e;--halo:#fff}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--person:#24456e;--organization:#6a4a17;--place:#235232;--group:#433a66;--date:#5e5413;--casualty:#7a2626;--ink:#e6ebf1;--soft:#9fb0c0;--line:#33404d;--link:#7fb6ee;--paper:#18202a;--ground:#10161d;--head:#222d39;--sea:#121a23;--land:#2f3a45;--border:#121a23;--shade:#5f9bd3;--halo:#121a23}}
*{box-sizing:border-box}
body{margin:0;font:15px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--ground)}
header{position:sticky;top:0;z-index:2;background:var(--paper);border-bottom:1px solid var(--line);padding:10px 20px;display:flex;flex-wrap:wrap;gap:8px 18px;align-items:baseline}
h1{font-size:18px;margin:0}h2{font-size:17px;margin:0 0 4px}
#summary{margin:0;color:var(--soft)}
nav button{font:inherit;border:0;background:none;padding:4px 10px;border-radius:6px;cursor:pointer;color:var(--link)}
nav button[aria-selected=true]{background:var(--link);color:#fff}
#filter{font:inherit;padding:4px 10px;border:1px solid var(--line);border-radius:6px;margin-left:auto;min-width:220px}
main{max-width:1180px;margin:18px auto;padding:0 20px}
article{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:16px 20px;margin-bottom:14px}
.meta{color:var(--soft);font-size:13px;margin:0 0 10px}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
.text.cut{max-height:15em;overflow:hidden;-webkit-mask-image:linear-gradient(#000 70%,transparent)}
.more{font:inherit;border:0;background:none;color:var(--link);cursor:pointer;padding:6px 0 0}
mark{color:inherit;border-radius:3px;padding:1px 2px}
mark.person{background:var(--person)}mark.organization{background:var(--organization)}mark.place{background:var(--place)}mark.group{background:var(--group)}mark.date{background:var(--date)}mark.casualty{background:var(--casualty);font-weight:600}
.tolls{display:flex;flex-wrap:wrap;gap:6px;margin:0 0 10px}
.toll{background:var(--casualty);border-radius:12px;padding:1px 10px;font-size:13px}
.legend{display:flex;flex-wrap:wrap;gap:10px;margin-bottom:12px;font-size:13px}
table{border-collapse:collapse;width:100%;background:var(--paper);border:1px solid var(--line)}
th,td{padding:5px 10px;text-align:left;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
th{position:sticky;top:54px;background:var(--head);cursor:pointer;user-select:none;white-space:nowrap}
th[aria-sort=ascending]::after{content:" \\25B2"}th[aria-sort=descending]::after{content:" \\25BC"}
td.number{text-align:right;font-variant-numeric:tabular-nums}
a{color:var(--link)}
svg{width:100%;height:auto;background:var(--paper);border:1px solid var(--line);border-radius:8px;display:block;margin-bottom:14px}
svg text{font-family:system-ui,sans-serif;font-size:11px;fill:var(--soft)}
.map{position:relative;margin-bottom:14px}.map svg{background:var(--sea);cursor:grab;touch-action:pan-y;margin:0}
.land{fill:var(--land);stroke:var(--border);stroke-width:.6;vector-effect:non-scaling-stroke}.land.named{fill:color-mix(in srgb,var(--shade) calc(var(--share)*100%),var(--land))}
.pin{fill:#2c7a3f;fill-opacity:.6;stroke:#fff;stroke-width:1;vector-effect:non-scaling-stroke;cursor:pointer}.pin.harm{fill:#b3261e;fill-opacity:.75}.pin:focus{outline:none;stroke:var(--ink);stroke-width:2.5}
svg .count{fill:#fff;font-weight:600;text-anchor:middle;pointer-events:none}.map .label{paint-order:stroke;stroke:var(--halo);stroke-width:3px;stroke-linejoin:round;vector-effect:non-scaling-stroke;pointer-events:none}
.zoom{position:absolute;top:10px;left:10px;display:flex;gap:4px}.zoom button{font:inherit;min-width:32px;padding:3px 10px;border:1px solid var(--line);border-radius:6px;background:var(--paper);color:var(--ink);cursor:pointer}
.tip{position:absolute;max-width:260px;padding:4px 10px;border-radius:6px;background:var(--ink);color:var(--paper);font-size:13px;pointer-events:none;z-index:1}
.spot{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:12px 18px;margin-bottom:14px}.spot ul{margin:0;padding-left:18px}
.bar{fill:#b08900;fill-opacity:.75}
.axis{stroke:var(--line)}.told{fill:none;stroke:#b3261e;stroke-width:2}.point{fill:#b3261e}
svg .label{fill:var(--ink)}
.none{color:var(--soft);padding:20px}
@media print{.zoom,.tip{display:none}.map svg{background:none}.land{stroke:#999}header{position:static}nav,#filter,.more{display:none}.text.cut{max-height:none;-webkit-mask-image:none}}
`;
