/** The look of the report: one column, system fonts, colors that tell the kinds apart also for color-blind readers. */
export const REPORT_STYLE = `
:root{--person:#cfe3ff;--organization:#ffe2b8;--place:#cdeccd;--group:#e6e0f5;--date:#fff3a6;--casualty:#ffc9c9;--ink:#1d2733;--soft:#5c6b7a;--line:#dde3ea;--link:#0b57a4}
*{box-sizing:border-box}
body{margin:0;font:15px/1.55 system-ui,sans-serif;color:var(--ink);background:#f6f8fa}
header{position:sticky;top:0;z-index:2;background:#fff;border-bottom:1px solid var(--line);padding:10px 20px;display:flex;flex-wrap:wrap;gap:8px 18px;align-items:baseline}
h1{font-size:18px;margin:0}h2{font-size:17px;margin:0 0 4px}
#summary{margin:0;color:var(--soft)}
nav button{font:inherit;border:0;background:none;padding:4px 10px;border-radius:6px;cursor:pointer;color:var(--link)}
nav button[aria-selected=true]{background:var(--link);color:#fff}
#filter{font:inherit;padding:4px 10px;border:1px solid var(--line);border-radius:6px;margin-left:auto;min-width:220px}
main{max-width:1180px;margin:18px auto;padding:0 20px}
article{background:#fff;border:1px solid var(--line);border-radius:8px;padding:16px 20px;margin-bottom:14px}
.meta{color:var(--soft);font-size:13px;margin:0 0 10px}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
.text.cut{max-height:15em;overflow:hidden;-webkit-mask-image:linear-gradient(#000 70%,transparent)}
.more{font:inherit;border:0;background:none;color:var(--link);cursor:pointer;padding:6px 0 0}
mark{color:inherit;border-radius:3px;padding:1px 2px}
mark.person{background:var(--person)}mark.organization{background:var(--organization)}mark.place{background:var(--place)}mark.group{background:var(--group)}mark.date{background:var(--date)}mark.casualty{background:var(--casualty);font-weight:600}
.tolls{display:flex;flex-wrap:wrap;gap:6px;margin:0 0 10px}
.toll{background:var(--casualty);border-radius:12px;padding:1px 10px;font-size:13px}
.legend{display:flex;flex-wrap:wrap;gap:10px;margin-bottom:12px;font-size:13px}
table{border-collapse:collapse;width:100%;background:#fff;border:1px solid var(--line)}
th,td{padding:5px 10px;text-align:left;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
th{position:sticky;top:54px;background:#eef2f6;cursor:pointer;user-select:none;white-space:nowrap}
th[aria-sort=ascending]::after{content:" \\25B2"}th[aria-sort=descending]::after{content:" \\25BC"}
td.number{text-align:right;font-variant-numeric:tabular-nums}
a{color:var(--link)}
svg{width:100%;height:auto;background:#fff;border:1px solid var(--line);border-radius:8px;display:block;margin-bottom:14px}
svg text{font:11px system-ui,sans-serif;fill:var(--soft)}
.land{fill:#c9d3dd}.pin{fill:#2c7a3f;fill-opacity:.55;stroke:#1f5a2d}.bar{fill:#b08900;fill-opacity:.75}
svg .label{fill:var(--ink)}
.none{color:var(--soft);padding:20px}
@media print{header{position:static}nav,#filter,.more{display:none}.text.cut{max-height:none;-webkit-mask-image:none}}
`;
