// Made by `npm run build:embedded` from web/score-report/: change that.

export const SCORE_CODE = String.raw`(()=>{const root=document.documentElement,all=(q,from=document)=>[...from.querySelectorAll(
q)];const kinds=all("[name=kind]"),cause=document.querySelector("[name=cause]"),wrong=document.
querySelector("[name=wrong]"),words=document.querySelector("[name=words]"),count=document.
querySelector(".filters output");const articles=all(".article").map(node=>({node,parts:all(
"[data-causes]",node).map(part=>({part,kinds:part.dataset.kinds.split(" "),causes:part.dataset.
causes.split(" ")})),text:node.textContent.toLowerCase()}));const update=()=>{const on=new Set(
kinds.filter(box=>box.checked).map(box=>box.value)),say=words.value.trim().toLowerCase();let shown=0;
for(const{node,parts,text}of articles){let hits=0,errors=0;for(const p of parts){const hit=p.
kinds.some((kind,i)=>on.has(kind)&&(cause.value===""||p.causes[i]===cause.value));p.part.classList.
toggle("off",!hit);if(hit){hits++;if(p.causes.some(c=>c!=="right"))errors++}}const keep=(cause.
value===""||hits>0)&&(!wrong.checked||errors>0)&&(say===""||text.includes(say));node.hidden=
!keep;if(keep)shown++}count.value=shown+" of "+articles.length+" articles"};all(".filters \
input:not([name=print]),.filters select").forEach(control=>control.addEventListener("input",
update));all("[data-show-cause]").forEach(button=>button.addEventListener("click",()=>{cause.
value=button.dataset.showCause;update();articles.forEach(({node})=>{if(!node.hidden)node.open=
true});document.getElementById("articles").scrollIntoView()}));document.querySelector("[da\
ta-open-all]").addEventListener("click",event=>{const open=event.target.textContent==="Ope\
n all";articles.forEach(({node})=>{if(!node.hidden)node.open=open});event.target.textContent=
open?"Close all":"Open all"});document.querySelector(".theme").addEventListener("click",()=>{
const dark=root.dataset.theme?root.dataset.theme==="dark":matchMedia("(prefers-color-schem\
e: dark)").matches;root.dataset.theme=dark?"light":"dark"});document.querySelector("[name=\
print]").addEventListener("input",event=>{if(event.target.checked)root.dataset.print="arti\
cles";else delete root.dataset.print});addEventListener("beforeprint",()=>{if(root.dataset.
print)all("#articles details").forEach(node=>{node.open=true})});update()})();`;

export const SCORE_CSS = String.raw`:root{color-scheme:light;--paper: #fdfcf9;--card: #fff;--ink: #1c1d20;--soft: #575a62;--line:
#e4e1d8;--accent: #1f5fa8;--good: #1a7f4b;--bad: #b3261e;--other: #4a4d55}@media screen and (prefers-color-scheme:dark){
:root:not([data-theme=light]){color-scheme:dark;--paper: #14161a;--card: #1b1e24;--ink: #e9e7e2;
--soft: #a0a4ad;--line: #2e323a;--accent: #7db4f5;--good: #5fcf96;--bad: #ff8a80;--other: #b9bdc6}}
@media screen{:root[data-theme=dark]{color-scheme:dark;--paper: #14161a;--card: #1b1e24;--ink:
#e9e7e2;--soft: #a0a4ad;--line: #2e323a;--accent: #7db4f5;--good: #5fcf96;--bad: #ff8a80;--other:
#b9bdc6}}*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5
system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums}main,
header.top{max-width:1160px;margin:0 auto;padding:0 28px}header.top{padding-top:44px;display:flex;
gap:24px;align-items:flex-start;justify-content:space-between}h1{font-size:34px;line-height:1.15;
margin:0 0 8px;letter-spacing:-0.02em}h2{font-size:22px;margin:0 0 4px;letter-spacing:-0.01em}
h3{font-size:15px;margin:14px 0 6px;color:var(--soft);font-weight:600}.lead{font-size:18px;
color:var(--soft);margin:0;max-width:62ch}.lead b{color:var(--ink)}section{margin:36px 0;padding-top:22px;
border-top:1px solid var(--line)}.note{color:var(--soft);margin:0 0 14px;max-width:78ch;font-size:14.5px}
small{color:var(--soft);
font-size:13px;
font-weight:400}
.columns{display:grid;
grid-template-columns:repeat(auto-fit,minmax(min(100%,520px),1fr));
gap:12px 40px;
align-items:start}
.columns>div{min-width:0}
.columns:has(>figure){grid-template-columns:repeat(auto-fit,minmax(min(100%,330px),1fr))}
figure{margin:0;max-width:720px}figure.wide{max-width:900px}.columns figure{max-width:430px}
figcaption{font-size:13.5px;color:var(--soft);text-align:center}svg{display:block;width:100%;
height:auto;overflow:visible}.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;
font-size:14.5px}th,td{padding:6px 9px;text-align:right;border-bottom:1px solid var(--line);
white-space:nowrap}thead td{padding-left:0}thead th{color:var(--soft);font-weight:500;font-size:13px}
th:first-child,thead th:first-child{text-align:left;padding-left:0}tbody th{font-weight:500}
tbody tr:last-child>*{border-bottom:0}th small{display:block;white-space:normal}#scores th
small{display:inline}.swatch{display:inline-block;width:10px;height:10px;border-radius:3px;
margin-right:8px;background:var(--k, transparent)}.k-other{--k: var(--other)}text{fill:var(--ink);
font-size:14px;font-family:inherit}.axis,.tick-name,.axis-name{fill:var(--soft);font-size:12.5px}
.tick-name{font-size:10.5px}.row-name{font-size:14.5px}.figure{font-size:18px;font-weight:650}
.figure .axis{font-weight:400}.grid{stroke:var(--line)}.interval{fill:var(--k, var(--accent));
opacity:0.26}.dot{fill:var(--k, var(--accent))}.tick{stroke:var(--k, var(--accent));stroke-width:1.6;
opacity:0.75}.curve{fill:none;stroke:var(--accent);stroke-width:2.4;stroke-linejoin:round}
.area{fill:var(--accent);opacity:0.1}.target{fill:var(--date)}.diagonal{stroke:var(--soft);
stroke-dasharray:4 4}.bar{fill:var(--accent);opacity:var(--share)}.dot.small{fill:var(--ink)}
.cell{stroke:var(--line)}.cell.right{fill:color-mix(in srgb,var(--good) calc(var(--share) *
82%),var(--card))}.cell.wrong{fill:color-mix(in srgb,var(--bad) calc(var(--share) * 82%),var(--card))}
.cell-count{font-size:15px;font-weight:600}.cell-count.on{fill:var(--paper)}.cell-none{fill:var(--line)}
.cost{width:34%}.cost svg{height:14px}.cost-bar{fill:var(--bad);opacity:0.75}.better{color:var(--good)}
.worse{color:var(--bad)}button,select,input{font:inherit;color:inherit;background:var(--card);
border:1px solid var(--line);border-radius:8px;padding:5px 11px}button{cursor:pointer}button:focus-visible,
select:focus-visible,input:focus-visible,summary:focus-visible{outline:2px solid var(--accent);
outline-offset:2px}button.link{all:unset;cursor:pointer;text-decoration:underline;text-decoration-color:var(--line);
text-underline-offset:3px}button.link:hover{text-decoration-color:currentColor}button.link:focus-visible{
outline:2px solid var(--accent)}.filters{position:sticky;top:0;z-index:2;background:var(--paper);
display:flex;flex-wrap:wrap;gap:8px 14px;align-items:center;padding:12px 0;border-bottom:1px
solid var(--line)}.filters label{display:inline-flex;align-items:center;gap:6px;font-size:14.5px}
.filters output{color:var(--soft);margin-left:auto;font-size:14px}.legend{display:flex;flex-wrap:wrap;
gap:6px 20px;font-size:14px;color:var(--soft);margin:12px 0}.article{border-bottom:1px solid
var(--line);padding:14px 0}[data-many] .article{content-visibility:auto;contain-intrinsic-size:auto
300px}.article>summary{cursor:pointer;font-weight:600;font-size:16.5px}.article>summary small{
margin-left:8px}.text{font:17px/1.75 Charter,"Iowan Old Style",Georgia,"Times New Roman",serif;
white-space:pre-wrap;overflow-wrap:anywhere;max-width:76ch;margin:12px 0}@media(min-width:980px){
.body:has(>.text):has(>.errors){display:grid;grid-template-columns:minmax(0,72ch) minmax(220px,1fr);
gap:0 36px;align-items:start}.body>.text+.errors{border-left:1px solid var(--line);padding-left:18px;
margin-top:16px}.body>.text+.errors .cause{display:block}.body>.text+.errors .cause::after{
content:none}}mark{background:none;color:inherit;padding:1px 1px 2px;border-radius:3px;-webkit-box-decoration-break:clone;
box-decoration-break:clone}.s-right{border-bottom:2px solid color-mix(in srgb,var(--k) 55%,transparent)}
.s-missed{border-bottom:2px dashed var(--bad);background:color-mix(in srgb,var(--bad) 13%,transparent)}
.s-spurious{text-decoration:underline wavy var(--bad);text-underline-offset:4px;background:color-mix(in
srgb,var(--date) 17%,transparent)}.s-mismatch{background:color-mix(in srgb,var(--organization)
17%,transparent);border-bottom:2px solid var(--organization)}.s-mismatch.gold-only{border-bottom-style:dashed}
.s-mismatch.found-only{border-bottom-style:dotted;background:none}.s-content{border-bottom:3px
double var(--bad);background:color-mix(in srgb,var(--casualty) 9%,transparent)}.badge{font:600
9.5px/1 system-ui,sans-serif;color:color-mix(in srgb,var(--k) 55%,var(--ink));margin-left:2px;
vertical-align:super}mark.off{background:none!important;border-color:transparent!important;
text-decoration:none!important}mark.off .badge{opacity:0.25}.errors{list-style:none;padding:0;
margin:6px 0 4px;font-size:14.5px;max-width:100ch}.errors li{padding:3px 0}.errors li.off{
display:none}.errors q{display:block;color:var(--soft);quotes:none}.chip{display:inline-block;
font-size:12px;padding:0 7px;border-radius:20px;border:1px solid var(--k, var(--line));color:var(--k,
inherit)}.cause{color:var(--soft)}.cause::after{content:" ·"}[hidden]{display:none!important}
footer{color:var(--soft);font-size:13.5px;margin:40px 0 60px}.on-phone{display:none}.print-note{
display:none}.legend mark{color:var(--ink)}@media screen and (max-width:640px){.on-wide{display:none}
.on-phone{display:block}figure.wide,#confusion figure{max-width:none}main,header.top{padding-left:16px;
padding-right:16px}h1{font-size:27px}.columns{grid-template-columns:1fr}.cost{display:none}}
@media print{:root:not([data-print]) #articles .article,:root:not([data-print]) #articles .legend{
display:none}:root:not([data-print]) .print-note{display:block}body{font-size:10pt;background:#fff}
header.top{padding-top:0}h1{font-size:24pt}figure.wide{max-width:600px}.columns figure{max-width:300px}
#confusion figure{max-width:420px}.filters,.theme{display:none}section{break-inside:auto;margin:18px
0}figure,tr,.errors li,h2{break-inside:avoid}h2,h3{break-after:avoid}.article{content-visibility:visible}
.text{font-size:10.5pt;line-height:1.6;max-width:none}mark,.cell,.interval,.bar,.cost-bar,
.area{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`;
