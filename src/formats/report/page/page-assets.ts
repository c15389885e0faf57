// Made by `npm run build:embedded` from web/report/: change that.

export const PAGE_CODE = String.raw`const rowsOf=kind=>[...document.querySelectorAll('script[data-of="'+kind+'"]')].flatMap(node=>node.
textContent.split("\n").filter(Boolean).map(line=>JSON.parse(line)));const run=rowsOf("run")[0];
const articles=rowsOf("article"),incidents=rowsOf("incident"),entities=rowsOf("entity");const articleOf=new Map(
articles.map(article=>[article.id,article]));const incidentOf=new Map,entityOf=new Map,entityOfMember=new Map;
for(const incident of incidents)for(const report of incident.r)if(report.incident)incidentOf.
set(report.article+"#"+report.incident,incident);for(const entity of entities){entityOf.set(
entity.id,entity);for(const[article,id]of entity.members)entityOfMember.set(article+"#"+id,
entity)}const SVG="http://www.w3.org/2000/svg";function make(name,attributes,...children){
const node=document.createElement(name);for(const[key,value]of Object.entries(attributes||
{}))if(value!==null&&value!==void 0&&value!==false)node.setAttribute(key,value===true?"":value);
node.append(...children.flat().filter(child=>child!==null&&child!==void 0&&child!==""));return node}
function draw(name,attributes,text){const node=document.createElementNS(SVG,name);for(const[
key,value]of Object.entries(attributes))node.setAttribute(key,value);if(text!==void 0)node.
textContent=text;return node}const button=(label,run2,attributes)=>{const node=make("butto\
n",{type:"button",...attributes},label);node.addEventListener("click",run2);return node};const link=(label,hash,attributes)=>make(
"a",{href:hash,...attributes},label);const COUNTRIES=(()=>{try{return new Intl.DisplayNames(
["en"],{type:"region"})}catch{return null}})();const countryName=code=>{try{return code&&COUNTRIES&&
COUNTRIES.of(code)||code||""}catch{return code}};const counted=number=>number.toLocaleString(
"en-US");const many=(number,one,more2)=>counted(number)+" "+(number===1?one:more2||one+"s");
const titleOf=article=>article.title||article.id;const dayNumber=day=>Date.parse(day+"T00:\
00:00Z")/864e5;const isoDay=number=>new Date(number*864e5).toISOString().slice(0,10);const daysWritten=(from,to)=>!from?
"":from===to||!to?from:from+" to "+to;const dayCell=(from,to)=>daysWritten(from,to).split(
" to ").flatMap((day,n)=>!day?[]:n?[" to ",make("span",{class:"nowrap"},day)]:[make("span",
{class:"nowrap"},day)]);const tollNumber=([,best,low,high])=>best!==null?low===best&&high===
null?counted(best)+"+":counted(best):low===null?high===null?"some":"up to "+counted(high):
high===null?counted(low)+"+":low===high?counted(low):counted(low)+"–"+counted(high);const tollRange=([
,best,low,high])=>best===null||low===best&&high===best||low===null&&high===null?"":" ("+(low===
null?"?":counted(low))+" to "+(high===null?"?":counted(high))+")";const tollWords=toll=>toll[0]+
" "+tollNumber(toll)+tollRange(toll)+(toll[4]==="reported"?"":", "+toll[4]);const tollIn=(tolls,outcome)=>tolls.
find(toll=>toll[0]===outcome&&toll[4]==="reported");const bestIn=(tolls,outcome)=>{const toll=tollIn(
tolls,outcome);return toll?toll[1]===null?toll[2]:toll[1]:null};const articleHash=(id,start)=>"\
#article/"+encodeURIComponent(id)+(start===void 0||start===null?"":"/"+start);const incidentHash=incident=>"\
#incident/"+encodeURIComponent(incident.id);const entityHash=entity=>"#name/"+encodeURIComponent(
entity.id);const foldSpace=text=>text.replace(/\s+/g," ").trim();function around(text,start,end,room){
let from=Math.max(0,start-room),to=Math.min(text.length,end+room);const left=text.slice(from,
start),stop=Math.max(left.lastIndexOf("\n"),left.lastIndexOf(". ")+1,left.lastIndexOf("? ")+
1);if(stop>0)from+=stop;else if(from>0)from+=Math.max(0,left.indexOf(" "));const right=text.
slice(end,to),close=right.search(/[.?!]["”']?\s|\n/);if(close>=0)to=end+close+1;else if(to<
text.length)to=end+Math.max(0,right.lastIndexOf(" "));return[(stop>0||from===0?"":"…")+text.
slice(from,start).replace(/\s+/g," ").trimStart(),text.slice(start,end),text.slice(end,to).
replace(/\s+/g," ")+(close>=0||to===text.length?"":"…")]}const quoted=(text,start,end,room)=>{
const[before,words,after]=around(text,start,end,room||200);return[before,make("mark",{class:"\
here"},words),after]};const NO_FILTER={words:"",outcome:"",place:"",country:"",from:"",to:"",
source:"",sure:"",kind:""};let filter={...NO_FILTER};const escapeWord=word=>word.replace(/[.*+?^$(){}|[\]\\]/g,
"\\$&");let wanted=[];const setWords=()=>{wanted=filter.words.split(/\s+/).filter(Boolean).
map(word=>new RegExp(escapeWord(word),"iu"))};const hasWords=text=>wanted.every(word=>word.
test(text));const overlaps=(from,to)=>!filter.from&&!filter.to||!!from&&(!filter.from||(to||
from)>=filter.from)&&(!filter.to||from<=filter.to);const hasPlace=text=>!filter.place||(text||
"").toLowerCase().includes(filter.place.toLowerCase());const isSure=confidence=>!filter.sure||
confidence!==null&&confidence>=Number(filter.sure);const distinct=values=>[...new Set(values.
filter(Boolean))].sort((a,b)=>a<b?-1:a>b?1:0);const OUTCOMES=distinct([...incidents.flatMap(
incident=>incident.t.map(([outcome])=>outcome)),...articles.flatMap(article=>article.m.filter(
([kind])=>kind==="casualty").map(([,,,figure])=>figure.outcome))]);const SOURCES=distinct(
[...articles.map(article=>article.source),...incidents.flatMap(incident=>incident.r.map(({
source})=>source))]);const CODES=distinct([...incidents.map(({country})=>country),...entities.
map(({country})=>country)]).sort((a,b)=>countryName(a)<countryName(b)?-1:1);const PLACES=distinct(
[...incidents.map(({place})=>place)]);const controls=new Map;function control(name,label,node){
node.id="f-"+name;node.name=name;node.addEventListener("input",()=>{filter[name]=node.value;
if(name==="words")setWords();changed()});const box=make("div",{class:"control"},make("labe\
l",{for:node.id},label),node);controls.set(name,{node,box});return box}const select=(empty,options)=>make(
"select",{},make("option",{value:""},empty),...options.map(([value,label])=>make("option",
{value},label)));const results=make("output",{class:"count","aria-live":"polite",for:"f-wo\
rds"});const form=make("form",{role:"search",class:"filters","aria-label":"Filters"},control(
"words","Search",make("input",{type:"search",placeholder:"any words, also of the articles",
autocomplete:"off"})),make("details",{class:"more"},make("summary",{},"Filters"),make("div",
{class:"grid"},control("kind","Kind",select("all",[])),control("outcome","Outcome",select(
"any",OUTCOMES.map(outcome=>[outcome,outcome]))),control("country","Country",select("any",
CODES.map(code=>[code,countryName(code)]))),control("place","Place",make("input",{list:"pl\
aces",autocomplete:"off",placeholder:"any"})),control("from","From",make("input",{type:"da\
te"})),control("to","Until",make("input",{type:"date"})),control("source","Source",select(
"any",SOURCES.map(source=>[source,source]))),control("sure","Confidence",select("any",[["0\
.5","at least 0.5"],["0.8","at least 0.8"],["0.9","at least 0.9"],["0.95","at least 0.95"]])),
make("datalist",{id:"places"},PLACES.map(place=>make("option",{value:place}))))),make("div",
{class:"told-count"},results,button("Clear the filters",()=>clearFilter(),{class:"clear"})));
form.addEventListener("submit",event=>event.preventDefault());const more=form.querySelector(
"details");more.open=matchMedia("(min-width: 800px)").matches;const isFiltered=()=>Object.
values(filter).some(Boolean);function setFilter(values){filter={...filter,...values};for(const[
name,{node}]of controls)node.value=filter[name];setWords();changed()}const clearFilter=()=>setFilter(
NO_FILTER);let waiting=0;function changed(){clearTimeout(waiting);waiting=setTimeout(()=>{
pages={};show(false)},articles.length>300?200:60)}function useControls(names,kinds){for(const[
name,{box,node}]of controls){box.hidden=!names.includes(name);if(name==="kind"&&kinds){node.
replaceChildren(make("option",{value:""},"all"),...kinds.map(([value,label])=>make("option",
{value},label)));if(!kinds.some(([value])=>value===filter.kind))filter.kind="";node.value=
filter.kind}else if(name==="kind"&&box.hidden)filter.kind=""}}const activeWords=()=>[filter.
words&&"“"+filter.words+"”",filter.kind,filter.outcome,filter.country&&countryName(filter.
country),filter.place,filter.from&&"from "+filter.from,filter.to&&"until "+filter.to,filter.
source,filter.sure&&"confidence from "+filter.sure].filter(Boolean).join(", ");let sorting={},
pages={},perPage=matchMedia("(max-width: 800px)").matches?25:50;const SIZES=[25,50,100,500];
const isEmpty=value=>value===null||value===void 0||value==="";function sorted(rows,columns,{
column,down}){const{value}=columns[column];const keyed=rows.map((row,index)=>({row,index,key:value(
row)}));const sign=down?-1:1;keyed.sort((a,b)=>{if(isEmpty(a.key)||isEmpty(b.key))return isEmpty(
a.key)-isEmpty(b.key)||a.index-b.index;return sign*(typeof a.key==="number"&&typeof b.key===
"number"?a.key-b.key:String(a.key)<String(b.key)?-1:String(a.key)>String(b.key)?1:0)||a.index-
b.index});return keyed.map(({row})=>row)}function table(key,caption,columns,rows,start,open){
const state=sorting[key]||(sorting[key]=start);const ordered=sorted(rows,columns,state);const last=Math.
max(0,Math.ceil(rows.length/perPage)-1);if(open&&open.current){const at=ordered.findIndex(
row=>open.key(row)===open.current);if(at>=0&&open.jump)pages[key]=Math.floor(at/perPage)}const page=Math.
min(pages[key]||0,last);const head=make("tr",{role:"row"},columns.map((column,index)=>{const on=state.
column===index,sort=on?state.down?"descending":"ascending":"none";return make("th",{scope:"\
col",role:"columnheader","aria-sort":sort,class:column.number?"number":null},button([column.
name,make("span",{class:"arrow","aria-hidden":"true"},on?state.down?"▼":"▲":"↕")],()=>{
sorting[key]={column:index,down:on?!state.down:!!column.number};pages[key]=0;show(false);const again=document.
querySelectorAll("#results thead button")[index];if(again)again.focus()},{title:"Sort by "+
column.name}))}));const body=make("tbody",{role:"rowgroup"});for(const row of ordered.slice(
page*perPage,(page+1)*perPage)){const isOpen=open&&open.current===open.key(row);const cells=columns.
map(column=>{const shown=column.cell?column.cell(row,isOpen):column.value(row);const empty=isEmpty(
shown)||Array.isArray(shown)&&shown.length===0;return make("td",{role:"cell","data-name":column.
name,class:[column.number&&"number",column.wide&&"wide",column.day&&"day",empty&&"empty"].
filter(Boolean).join(" ")||null},empty?"":typeof shown==="number"?counted(shown):shown)});
const line=make("tr",{role:"row",class:isOpen?"open":null},cells);body.append(line);if(isOpen)
body.append(make("tr",{role:"row",class:"detail",id:"detail"},make("td",{role:"cell",colspan:columns.
length},open.detail(row))))}const choose=to=>{pages[key]=to;show(false);document.getElementById(
"results").scrollIntoView({block:"start"})};const size=make("select",{"aria-label":"Rows o\
n a page"},SIZES.map(number=>make("option",{value:number,selected:number===perPage},number+
" rows")));size.addEventListener("input",()=>{perPage=Number(size.value);pages={};show(false)});
const pager=rows.length<=SIZES[0]?null:make("nav",{class:"pager","aria-label":"Pages of "+
caption},button("« First",()=>choose(0),{disabled:page===0}),button("‹ Back",()=>choose(
page-1),{disabled:page===0}),make("span",{},"rows "+counted(page*perPage+1)+"–"+counted(
Math.min(rows.length,(page+1)*perPage))+" of "+counted(rows.length)),button("Next ›",()=>choose(
page+1),{disabled:page>=last}),button("Last »",()=>choose(last),{disabled:page>=last}),size);
return make("div",{class:"list",id:"results"},make("table",{role:"table"},make("caption",{
class:"out-of-sight"},caption),make("thead",{role:"rowgroup"},head),body),pager)}const cardSort=(key,columns)=>{
const state=sorting[key];const choice=make("select",{id:"card-sort"},columns.flatMap((column,index)=>[
["▲",false],["▼",true]].map(([arrow,down])=>make("option",{value:index+","+down,selected:state&&
state.column===index&&state.down===down},column.name+" "+arrow))));choice.addEventListener(
"input",()=>{const[index,down]=choice.value.split(",");sorting[key]={column:Number(index),
down:down==="true"};pages[key]=0;show(false)});return make("div",{class:"card-sort"},make(
"label",{for:"card-sort"},"Sorted by "),choice)};const nothing=()=>make("div",{class:"none",
id:"nothing"},make("p",{},"Nothing fits "+(isFiltered()?"these filters: "+activeWords()+".":
"here: the run found none.")),isFiltered()?button("Clear the filters",clearFilter):null);function list(key,caption,columns,rows,start,open){
sorting[key]=sorting[key]||start;return rows.length===0?[nothing()]:[cardSort(key,columns),
table(key,caption,columns,rows,start,open)]}const leftOut=(held,all,what,file)=>held<all?make(
"p",{class:"note"},"This page holds "+counted(held)+" of "+counted(all)+" "+what+", as muc\
h as a browser opens well; "+file+" has them all."):null;const WORLD={x:-1800,y:-840,w:3600,
h:1400};let camera=null;const harm=incident=>bestIn(incident.t,"killed")||0;function spotsOf(found){
const spots=new Map;for(const incident of found){if(incident.latitude===null)continue;const key=incident.
latitude+","+incident.longitude;const spot=spots.get(key)||{key,x:incident.longitude*10,y:-incident.
latitude*10,name:incident.place,killed:0,incidents:[]};spot.incidents.push(incident);if(incident.
kind!=="aggregate")spot.killed+=harm(incident);spots.set(key,spot)}return[...spots.values()].
sort((a,b)=>b.killed-a.killed||b.incidents.length-a.incidents.length||(a.key<b.key?-1:1))}
const radius=killed=>Math.min(24,5+Math.sqrt(killed)*1.5);function clusters(spots,unit){const groups=[];
for(const spot of spots){const near=groups.find(group=>Math.hypot(group.x-spot.x,group.y-spot.
y)<Math.max(14,radius(group.killed))*unit);if(near){near.spots.push(spot);near.killed+=spot.
killed}else groups.push({x:spot.x,y:spot.y,killed:spot.killed,spots:[spot]})}return groups}
function fitted(spots){if(spots.length===0)return{...WORLD};const xs=spots.map(spot=>spot.
x),ys=spots.map(spot=>spot.y);const[left,right,top,bottom]=[Math.min(...xs),Math.max(...xs),
Math.min(...ys),Math.max(...ys)];const w=Math.min(WORLD.w,Math.max(160,(right-left)*1.25,(bottom-
top)*1.35*WORLD.w/WORLD.h)),h=w*WORLD.h/WORLD.w;return bounded((left+right)/2,(top+bottom)/
2,w,h)}const bounded=(x,y,w,h)=>({w,h,x:Math.max(WORLD.x,Math.min(WORLD.x+WORLD.w-w,x-w/2)),
y:Math.max(WORLD.y,Math.min(WORLD.y+WORLD.h-h,y-h/2))});const tellGroup=group=>{const number=group.
spots.reduce((sum,spot)=>sum+spot.incidents.length,0);const names=distinct(group.spots.map(
({name})=>name));return names.slice(0,4).join("; ")+(names.length>4?" and "+(names.length-
4)+" more places":"")+": "+many(number,"incident")+(group.killed?", "+counted(group.killed)+
" killed":"")};function map(found){const spots=spotsOf(found),lost=found.filter(({latitude})=>latitude===
null);camera=camera||fitted(spots);const box=make("div",{class:"map"});const svg=draw("svg",
{role:"group","aria-label":"Map: "+many(spots.length,"place")+" of incidents",preserveAspectRatio:"\
xMidYMid slice"});const tip=make("div",{class:"tip",hidden:true});const land=draw("g",{"ar\
ia-hidden":"true"}),layer=draw("g",{});const counts=new Map;for(const{country}of found)if(country)
counts.set(country,(counts.get(country)||0)+1);const most=Math.max(1,...counts.values());for(const[
code,path]of run.shapes){const count=counts.get(code)||0;const shape=draw("path",{class:count?
"land named":"land",d:path,style:count?"--share:"+(.2+.6*Math.log(1+count)/Math.log(1+most)).
toFixed(2):""});shape.append(draw("title",{},countryName(code)+(count?": "+many(count,"inc\
ident"):"")));land.append(shape)}svg.append(land,layer);const place=()=>{svg.setAttribute(
"viewBox",[camera.x,camera.y,camera.w,camera.h].join(" "));const wide=svg.clientWidth||640,
tall=svg.clientHeight||wide*WORLD.h/WORLD.w;const unit=Math.min(camera.w/wide,camera.h/tall);
const groups=clusters(spots.filter(spot=>spot.x>camera.x-50&&spot.x<camera.x+camera.w+50&&
spot.y>camera.y-50&&spot.y<camera.y+camera.h+50),unit);layer.replaceChildren(...[...groups].
reverse().flatMap(group=>{const several=group.spots.length>1,r=radius(group.killed)+(several?
3:0);const pin=draw("circle",{class:"pin",cx:group.x,cy:group.y,r:r*unit,tabindex:"0",role:"\
button","aria-label":tellGroup(group)+(several?". Zoom in.":". Show these incidents.")});const say=()=>{
tip.textContent=tellGroup(group);tip.hidden=false;const frame=box.getBoundingClientRect(),
at2=pin.getBoundingClientRect();tip.style.left=Math.max(0,Math.min(at2.right-frame.left+6,
frame.width-250))+"px";tip.style.top=Math.max(0,at2.top-frame.top)+"px"};const hide=()=>{tip.
hidden=true};const open=()=>{hide();if(several&&camera.w>40){const view2=fitted(group.spots),
w=Math.min(view2.w,camera.w*.6);look(view2.x+view2.w/2,view2.y+view2.h/2,w)}else setFilter(
{place:group.spots[0].name})};pin.addEventListener("pointerenter",say);pin.addEventListener(
"focus",say);pin.addEventListener("pointerleave",hide);pin.addEventListener("blur",hide);pin.
addEventListener("click",open);pin.addEventListener("keydown",event=>{if(event.key==="Ente\
r"||event.key===" "){event.preventDefault();open()}});return several?[pin,draw("text",{class:"\
pin-count",x:group.x,y:group.y,style:"font-size:"+11*unit+"px",dy:"0.35em","aria-hidden":"\
true"},String(group.spots.length))]:[pin]}));const taken=[];for(const group of groups){if(taken.
length>=30||group.spots.length>1)continue;const name=(group.spots[0].name||"").slice(0,32),
x=group.x+(radius(group.killed)+3)*unit,y=group.y,long=name.length*6.2*unit;if(x+long>camera.
x+camera.w||taken.some(([a,b,l])=>Math.abs(b-y)<14*unit&&x<a+l&&a<x+long)||groups.some(other=>other!==
group&&Math.abs(other.y-y)<(6+radius(other.killed))*unit&&other.x>x-10*unit&&other.x<x+long+
10*unit))continue;taken.push([x,y,long]);layer.append(draw("text",{class:"pin-name",x,y,style:"\
font-size:"+11.5*unit+"px;stroke-width:"+3*unit+"px",dy:"0.35em","aria-hidden":"true"},name))}};
const look=(x,y,w)=>{w=Math.max(12,Math.min(WORLD.w,w));camera=bounded(x,y,w,w*WORLD.h/WORLD.
w);tip.hidden=true;place()};const zoom=(by,x=camera.x+camera.w/2,y=camera.y+camera.h/2)=>{
const w=Math.max(12,Math.min(WORLD.w,camera.w*by)),scale=w/camera.w;look(x+(camera.x+camera.
w/2-x)*scale,y+(camera.y+camera.h/2-y)*scale,w)};const at=event=>{const p=new DOMPoint(event.
clientX,event.clientY).matrixTransform(svg.getScreenCTM().inverse());return[p.x,p.y]};svg.
addEventListener("wheel",event=>{if(!event.ctrlKey&&!event.metaKey)return;event.preventDefault();
zoom(event.deltaY>0?1.25:.8,...at(event))},{passive:false});let held=null;svg.addEventListener(
"pointerdown",event=>{held=event.target.classList.contains("pin")?null:at(event)});svg.addEventListener(
"pointermove",event=>{if(held){const[x,y]=at(event);look(camera.x+camera.w/2+held[0]-x,camera.
y+camera.h/2+held[1]-y,camera.w)}});for(const end of["pointerup","pointerleave","pointerca\
ncel"])svg.addEventListener(end,()=>{held=null});box.append(svg,make("div",{class:"zoom"},
button("+",()=>zoom(.6),{"aria-label":"Zoom in"}),button("−",()=>zoom(1.6),{"aria-label":"\
Zoom out"}),button("Fit",()=>{camera=fitted(spots);place()}),button("World",()=>look(0,-140,
WORLD.w))),tip);requestAnimationFrame(place);redraw=place;const names=distinct(lost.map(({
place:name})=>name));const nowhere=lost.filter(incident=>!incident.place).length;const without=lost.
length===0?null:make("details",{class:"lost"},make("summary",{},"No coordinates: "+[names.
length?many(names.length,"place"):null,nowhere?many(nowhere,"incident")+" without a place":
null].filter(Boolean).join(", ")),make("p",{},names.length?names.slice(0,200).join("; ")+(names.
length>200?"; and "+(names.length-200)+" more":"")+". The gazetteer does not know these, o\
r the article does not tell which is meant.":"The articles do not say where."));return make(
"figure",{class:"panel"},make("figcaption",{},make("b",{},"Where")," Size: people killed. \
Shade: incidents in the country."),box,without)}let redraw=()=>{};addEventListener("resize",
()=>redraw());const STEPS=[["day",day=>day],["week",day=>isoDay(Math.floor((dayNumber(day)+
3)/7)*7-3)],["month",day=>day.slice(0,7)],["year",day=>day.slice(0,4)],["decade",day=>day.
slice(0,3)+"0"],["century",day=>day.slice(0,2)+"00"]];const lastDay=(step,start)=>step==="\
day"?start:step==="week"?isoDay(dayNumber(start)+6):step==="month"?isoDay(dayNumber(start.
slice(0,4)+"-"+start.slice(5,7)+"-01")+31).slice(0,8)+"01":null;const periodOf=(step,start)=>{
if(step==="day")return[start,start];if(step==="week")return[start,lastDay(step,start)];if(step===
"month")return[start+"-01",isoDay(dayNumber(lastDay(step,start))-1)];const years=step==="y\
ear"?1:step==="decade"?10:100;return[start+"-01-01",String(Number(start)+years-1).padStart(
4,"0")+"-12-31"]};const nextOf=(step,start)=>isoDay(dayNumber(periodOf(step,start)[1])+1);
function timeline(found,caption,numberOf,wide){const dated=found.filter(({from})=>from).sort(
(a,b)=>a.from<b.from?-1:1);const figure=make("figure",{class:"panel"},make("figcaption",{},
make("b",{},"When")," "+caption));if(dated.length===0){figure.append(make("p",{class:"none"},
"None of these has a day."));return figure}const cut=dated.length>20?dated[Math.floor(dated.
length*.05)].from:dated[0].from;const late=dated.filter(({from})=>from>=cut),early=dated.length-
late.length;const span=dayNumber(late[late.length-1].from)-dayNumber(late[0].from)+1;const[
step,binOf]=STEPS.find(([name])=>span/{day:1,week:7,month:30,year:365,decade:3650,century:36500}[name]<=
60)||STEPS[5];const sums=new Map;for(const row of late){const bin=binOf(row.from);const sum=sums.
get(bin)||{rows:0,number:0};sum.rows++;sum.number+=numberOf(row);sums.set(bin,sum)}const bins=[];
for(let bin=binOf(late[0].from);bins.length<400;bin=binOf(nextOf(step,bin))){bins.push(bin);
if(bin>=binOf(late[late.length-1].from))break}const most=Math.max(...[...sums.values()].map(
({rows})=>rows));const W=Math.max(280,wide),H=wide<480?200:330,base=H-34,left=26,gap=(W-left-
6)/bins.length;const svg=draw("svg",{viewBox:"0 0 "+W+" "+H,role:"group","aria-label":"Tim\
eline, by "+step,class:"time"});for(const line of distinct([0,Math.ceil(most/2),most].map(
String)).map(Number)){const y=base-line/most*(base-14);svg.append(draw("line",{class:"axis",
x1:left,x2:W-4,y1:y,y2:y}),draw("text",{x:left-5,y:y+4,"text-anchor":"end",class:"tick"},String(
line)))}bins.forEach((bin,index)=>{const sum=sums.get(bin);if(!sum)return;const tall=Math.
max(3,sum.rows/most*(base-14)),label=bin+": "+many(sum.rows,found.unit||"incident")+(sum.number?
", "+counted(sum.number)+" killed":"");const bar=draw("rect",{class:"bar",x:left+index*gap+
gap*.08,width:Math.max(2,Math.min(40,gap*.84)),y:base-tall,height:tall,tabindex:"0",role:"\
button","aria-label":label+". Show only these."});bar.append(draw("title",{},label));const[
from,to]=periodOf(step,bin);bar.addEventListener("click",()=>setFilter({from,to}));bar.addEventListener(
"keydown",event=>{if(event.key==="Enter"||event.key===" "){event.preventDefault();setFilter(
{from,to})}});svg.append(bar)});const fits=Math.max(1,Math.floor((W-left)/92)),every=Math.
ceil(bins.length/fits);bins.forEach((bin,index)=>{if(index%every===0&&left+index*gap<W-60)
svg.append(draw("text",{class:"tick",x:left+index*gap,y:base+16},bin))});svg.append(draw("\
text",{class:"tick",x:left,y:H-3},"Incidents a "+step+(early?"; "+early+" older ones are n\
ot drawn":"")+(dated.length<found.length?"; "+(found.length-dated.length)+" without a day":
"")));figure.append(svg);return figure}const cached=make2=>{const kept2=new WeakMap;return row=>{
let value=kept2.get(row);if(value===void 0){value=make2(row);kept2.set(row,value)}return value}};
const incidentText=cached(i=>[i.place,i.admin1,countryName(i.country),i.cause,i.actors,i.people,
i.kind,i.from,...i.t.map(tollWords),...i.r.flatMap(r=>[r.title,r.source,r.article,r.sentence,
r.day])].filter(Boolean).join(" \n "));const articleHas=cached(article=>({id:"",words:null,
fits:false,article}));const textFits=article=>{const kept2=articleHas(article);if(kept2.words!==
wanted){kept2.words=wanted;kept2.fits=hasWords([article.title,article.source,article.file,
article.text].join(" \n "))}return kept2.fits};const sureness=cached(incident=>{let best=null;
for(const report of incident.r){const article=articleOf.get(report.article);if(!article||!report.
incident)continue;for(const mention of[...article.m,...article.h])if(mention[0]==="casualt\
y"&&mention[3].incident===report.incident)best=Math.max(best||0,mention[3].confidence)}return best});
const incidentFits=i=>(!filter.kind||i.kind===filter.kind)&&(!filter.outcome||i.t.some(([outcome])=>outcome===
filter.outcome))&&(!filter.country||i.country===filter.country)&&hasPlace(i.place)&&overlaps(
i.from,i.to)&&(!filter.source||i.r.some(({source})=>source===filter.source))&&isSure(sureness(
i))&&(wanted.length===0||hasWords(incidentText(i))||i.r.some(({article})=>articleOf.has(article)&&
textFits(articleOf.get(article))));const tollCell=outcome=>i=>{const toll=tollIn(i.t,outcome);
return toll?make("span",{title:tollWords(toll)},tollNumber(toll)):""};const sourcesOf=i=>distinct(
i.r.map(({source})=>source));const startOf=report=>{const article=articleOf.get(report.article),
own=article&&article.i.find(([id])=>id===report.incident);return own?own[2][0]:null};const titleOfIncident=i=>i.
r[0].title||i.r[0].article;const INCIDENT_COLUMNS=[{name:"day",value:i=>i.from,cell:i=>dayCell(
i.from,i.to)},{name:"where",value:i=>i.place,cell:(i,isOpen)=>link(i.place||"place unknown",
isOpen?"#incidents":incidentHash(i),{"aria-expanded":String(!!isOpen),class:"row-link"})},
{name:"country",value:i=>countryName(i.country)},...OWN_OUTCOMES.map(name=>({name,number:true,
value:i=>bestIn(i.t,name),cell:tollCell(name)})),{name:"other",value:i=>Math.max(0,...OTHER_OUTCOMES.
map(o=>bestIn(i.t,o)||0))||null,cell:i=>i.t.filter(toll=>OTHER_OUTCOMES.includes(toll[0])||
toll[4]!=="reported").map(tollWords).join("; ")},{name:"cause",value:i=>i.cause},{name:"wh\
at the article says",wide:true,value:i=>titleOfIncident(i),cell:i=>{const said=i.r.find(({
sentence})=>sentence)||i.r[0],start=startOf(said);return[i.kind==="incident"?null:make("sp\
an",{class:"tag"},i.kind),articleOf.has(said.article)?link(said.title||said.article,articleHash(
said.article,start)):said.title||said.article,said.sentence?make("span",{class:"says"},said.
sentence):null]}},{name:"reports",number:true,value:i=>i.r.length}];function tollChart(incident,outcome,wide){
const told=incident.r.flatMap(report=>report.t.filter(toll=>toll[0]===outcome&&toll[1]!==null&&
toll[4]==="reported"&&report.day).map(toll=>({day:dayNumber(report.day),number:toll[1],who:(report.
source||report.article)+": "+toll[1]+" "+outcome+", "+report.day})));const days=[...new Set(
told.map(({day})=>day))].sort((a,b)=>a-b);if(days.length<2)return null;const most=Math.max(
...told.map(({number})=>number),1),first=days[0],last=days[days.length-1],W=Math.max(280,wide),
H=150;const x=day=>16+(day-first)/(last-first)*(W-76),y=number=>116-number/most*92;const svg=draw(
"svg",{viewBox:"0 0 "+W+" "+H,role:"img","aria-label":outcome+" as told day by day: "+told.
map(({who})=>who).join("; ")});svg.append(draw("line",{class:"axis",x1:10,y1:116,x2:W-10,y2:116}));
svg.append(draw("path",{class:"told",d:days.map((day,n)=>(n?"L ":"M ")+x(day).toFixed(1)+"\
 "+y(told.filter(t=>t.day===day).pop().number).toFixed(1)).join(" ")}));for(const{day,number,
who}of told){const point=draw("circle",{class:"point",cx:x(day).toFixed(1),cy:y(number).toFixed(
1),r:4.5});point.append(draw("title",{},who));svg.append(point,draw("text",{class:"point-n\
ame",x:(x(day)+7).toFixed(1),y:(y(number)-6).toFixed(1)},counted(number)))}svg.append(draw(
"text",{class:"tick",x:10,y:136},isoDay(first)),draw("text",{class:"tick",x:W-10,y:136,"te\
xt-anchor":"end"},isoDay(last)));return make("figure",{class:"toll-chart"},make("figcaptio\
n",{},outcome+", as told day by day"),svg)}function incidentDetail(i){const facts=[["Kind",
i.kind==="incident"?null:i.kind],["Cause",i.cause],["Province",i.admin1],["Who did it",i.actors],
["Named victims",i.people],["Decisions",i.decided],["Confidence of its surest figure",sureness(
i)]].filter(([,value])=>value!==null&&value!=="");const reports=make("ol",{class:"reports"},
i.r.map(report=>{const article=articleOf.get(report.article),start=startOf(report),name=report.
title||report.article;return make("li",{},make("span",{class:"meta"},[report.day,report.source].
filter(Boolean).join(" · "))," ",article?link(name,articleHash(report.article,start)):name,
" ",report.t.length?make("span",{class:"tolls"},report.t.map(toll=>make("span",{class:"tol\
l"},tollWords(toll)))):null,report.sentence?make("blockquote",{},report.sentence," ",article?
link("Read it in the article",articleHash(report.article,start),{class:"go"}):null):null)}));
const wide=Math.min(760,innerWidth-60);return make("div",{class:"inside"},make("div",{class:"\
tolls"},i.t.map(toll=>make("span",{class:"toll"},tollWords(toll)))),facts.length?make("dl",
{class:"facts"},facts.flatMap(([name,value])=>[make("dt",{},name),make("dd",{},String(value))])):
null,tollChart(i,"killed",wide)||tollChart(i,"injured",wide),make("h2",{},many(i.r.length,
"report")),reports)}const KINDS=[["incident","incidents"],["aggregate","totals over a time"],
["story","stories without numbers"]];let charts={of:"",nodes:null};function chartsOf(found){
const of=JSON.stringify(filter)+innerWidth;if(charts.of!==of){const wide=innerWidth<900?innerWidth-
58:Math.min(560,(Math.min(1320,innerWidth)-100)*.42);camera=null;charts={of,nodes:make("di\
v",{class:"charts"},map(found),timeline(found,"Bars: incidents.",harm,wide)),redraw}}redraw=
charts.redraw;return charts.nodes}function incidentsView(open,jump){useControls(["words","\
kind","outcome","country","place","from","to","source","sure"],KINDS.filter(([kind])=>incidents.
some(i=>i.kind===kind)));const found=incidents.filter(incidentFits);const events=found.filter(
({kind})=>kind!=="aggregate");const of=outcome=>events.filter(i=>bestIn(i.t,outcome)>0).length;
const facts=[[found.length,"incident"+(found.length===1?"":"s")+(found.length<incidents.length?
" of "+counted(incidents.length):"")],[of("killed"),"with people killed"],[of("injured"),"\
with people injured"],[distinct(found.map(({country})=>country)).length,"countries"],[new Set(
found.flatMap(i=>i.r.map(({article})=>article))).size,"articles"]];const days=events.map(({
from})=>from).filter(Boolean).sort();return{name:"Incidents",count:many(found.length,"inci\
dent")+" of "+counted(incidents.length),nodes:[found.length?make("ul",{class:"numbers"},facts.
map(([number,label])=>make("li",{},make("b",{},counted(number))," ",label)),days.length?make(
"li",{},make("b",{class:"nowrap"},days[0])," to ",make("b",{class:"nowrap"},days[days.length-
1])):null):null,found.length?chartsOf(found):null,...list("incidents","Incidents",INCIDENT_COLUMNS,
found,{column:0,down:true},{key:i=>i.id,current:open,jump,detail:incidentDetail}),leftOut(
incidents.length,run.incidents,"incidents","incidents.csv"),make("p",{class:"note"},"Numbe\
rs are the best ones of the latest reports; + means at least. Totals over a time are marke\
d and never to be added to incidents. An empty cell is unknown, not zero.")]}}const ALL_FIGURES=articles.
flatMap(article=>[...article.h.map(mention=>({article,mention,figure:mention[3],inTitle:true})),
...article.m.filter(([kind])=>kind==="casualty").map(mention=>({article,mention,figure:mention[3],
inTitle:false}))]);const figureNumber=({value,low,high,qualifier})=>{if(value===void 0)return low===
void 0?high===void 0?"some":"up to "+counted(high):high===void 0?counted(low)+"+":counted(
low)+"–"+counted(high);return qualifier==="at-least"?counted(value)+"+":qualifier==="at-\
most"?"up to "+counted(value):qualifier==="approximate"?"about "+counted(value):counted(value)};
const figureSentence=({article,mention:[,start,end],inTitle})=>quoted(inTitle?article.title||
"":article.text,start,end,160);const figureText=cached(({article,mention:[,start,end],figure,
inTitle})=>[article.title,article.source,article.id,figure.outcome,figure.victims,figure.attribution,
figure.place,countryName(figure.country),figure.modality,around(inTitle?article.title||"":
article.text,start,end,240).join("")].filter(Boolean).join(" \n "));const figureFits=row=>{
const{article,figure}=row;return(!filter.outcome||figure.outcome===filter.outcome)&&(!filter.
country||figure.country===filter.country)&&hasPlace(figure.place)&&overlaps(figure.from||article.
published,figure.to||article.published)&&(!filter.source||article.source===filter.source)&&
isSure(figure.confidence)&&(wanted.length===0||hasWords(figureText(row)))};const FIGURE_COLUMNS=[
{name:"outcome",value:({figure})=>figure.outcome,cell:({figure})=>[figure.outcome,figure.modality?
make("span",{class:"tag"},figure.modality):null,figure.doubt?make("span",{class:"tag"},figure.
doubt):null]},{name:"number",number:true,value:({figure})=>figure.value??figure.low??null,
cell:({figure})=>figureNumber(figure)},{name:"victims",value:({figure})=>figure.victims},{
name:"where",value:({figure})=>figure.place,cell:({figure})=>[figure.place,figure.country?
make("span",{class:"meta below"},countryName(figure.country)):null]},{name:"day",value:({figure})=>figure.
from,cell:({figure})=>dayCell(figure.from,figure.to)},{name:"by",value:({figure})=>figure.
attribution},{name:"sentence",wide:true,value:({article,mention})=>article.text.slice(mention[1],
mention[1]+80),cell:row=>[link(figureSentence(row),articleHash(row.article.id,row.inTitle?
null:row.mention[1]),{class:"plain"}),make("span",{class:"meta below"},[titleOf(row.article),
row.article.published,row.article.source].filter(Boolean).join(" · "))]},{name:"confidenc\
e",number:true,value:({figure})=>figure.confidence},...ALL_FIGURES.some(({figure})=>figure.
reviewed)?[{name:"reviewed",value:({figure})=>figure.reviewed}]:[]];function figuresView(){
useControls(["words","outcome","country","place","from","to","source","sure"]);const found=ALL_FIGURES.
filter(figureFits);return{name:"Figures",count:many(found.length,"figure")+" of "+counted(
ALL_FIGURES.length),nodes:[make("p",{class:"note"},"Every casualty figure as a title or a \
text states it. Texts repeat themselves: do not add figures up."),...list("figures","Casua\
lty figures",FIGURE_COLUMNS,found,{column:4,down:true})]}}const outcomesOf=cached(article=>distinct(
article.m.filter(([kind])=>kind==="casualty").map(([,,,figure])=>figure.outcome)));const countriesOf=cached(
article=>distinct([...article.m.filter(([kind])=>kind==="casualty").map(([,,,figure])=>figure.
country),...article.i.map(([id])=>(incidentOf.get(article.id+"#"+id)||{}).country)]));const mainTolls=cached(
article=>article.i.filter(([,kind])=>kind==="incident").map(([,,,tolls])=>tolls).find(tolls=>tolls.
length)||[]);const articleFits=article=>(!filter.outcome||outcomesOf(article).includes(filter.
outcome))&&(!filter.country||countriesOf(article).includes(filter.country))&&(!filter.place||
hasPlace(article.text))&&overlaps(article.published,article.published)&&(!filter.source||article.
source===filter.source)&&(wanted.length===0||textFits(article));const ARTICLE_COLUMNS=[{name:"\
published",day:true,value:article=>article.published},{name:"source",value:article=>article.
source},{name:"title",wide:true,value:titleOf,cell:article=>[link(titleOf(article),articleHash(
article.id),{class:"row-link"}),article.duplicate?make("span",{class:"tag"},"repeats "+article.
duplicate):null]},{name:"first toll",value:article=>bestIn(mainTolls(article),"killed"),cell:article=>mainTolls(
article).map(tollWords).join("; ")},{name:"incidents",number:true,value:article=>article.i.
length},{name:"figures",number:true,value:article=>article.m.filter(([kind])=>kind==="casu\
alty").length},{name:"file",value:article=>article.file}];function articlesView(){useControls(
["words","outcome","country","place","from","to","source"]);const found=articles.filter(articleFits);
return{name:"Articles",count:many(found.length,"article")+" of "+counted(articles.length),
nodes:[...list("articles","Articles",ARTICLE_COLUMNS,found,{column:0,down:true}),leftOut(articles.
length,run.articles,"articles","articles.csv")]}}const entityText=cached(entity=>[entity.name,
...entity.aliases,...entity.roles,countryName(entity.country),entity.where,entity.kind].filter(
Boolean).join(" \n "));const entityFits=entity=>(!filter.kind||entity.kind===filter.kind)&&
(!filter.country||entity.country===filter.country)&&(!filter.from&&!filter.to||entity.first&&
(!filter.to||entity.first<=filter.to)&&(!filter.from||entity.last>=filter.from))&&(wanted.
length===0||hasWords(entityText(entity)));const ENTITY_COLUMNS=[{name:"name",wide:true,value:entity=>entity.
name,cell:entity=>[link(entity.name,entityHash(entity),{class:"row-link"}),entity.aliases.
length?make("span",{class:"says"},"also: "+entity.aliases.slice(0,4).join("; ")+(entity.aliases.
length>4?" …":"")):null]},{name:"kind",value:entity=>entity.kind,cell:entity=>make("span",
{class:"kind "+entity.kind},entity.kind)},{name:"what or where",value:entity=>entity.roles[0]||
entity.where,cell:entity=>entity.roles.slice(0,3).join("; ")||entity.where},{name:"country",
value:entity=>countryName(entity.country)},{name:"articles",number:true,value:entity=>entity.
articles},{name:"mentions",number:true,value:entity=>entity.mentions},{name:"first",day:true,
value:entity=>entity.first},{name:"last",day:true,value:entity=>entity.last}];function namesView(){
useControls(["words","kind","country","from","to"],FOLLOWED_KINDS);const found=entities.filter(
entityFits);return{name:"Names",count:many(found.length,"name")+" of "+counted(entities.length),
nodes:[...list("names","People, organizations and places",ENTITY_COLUMNS,found,{column:4,down:true}),
leftOut(entities.length,run.entities,"names","entities.csv")]}}const ALL_DATES=articles.flatMap(
article=>article.m.filter(([kind,,,,from])=>kind==="date"&&from).map(([,start,end,value,from,
to])=>({article,start,end,value,from,to})));const dateFits=({article,start,end,from,to})=>overlaps(
from,to)&&(!filter.source||article.source===filter.source)&&(wanted.length===0||hasWords([
article.title,article.source,around(article.text,start,end,200).join("")].join(" \n ")));const DATE_COLUMNS=[
{name:"from",day:true,value:({from})=>from},{name:"to",day:true,value:({to})=>to},{name:"s\
entence",wide:true,value:({article,start})=>article.text.slice(start,start+60),cell:({article,
start,end})=>[link(quoted(article.text,start,end,120),articleHash(article.id,start),{class:"\
plain"})]},{name:"article",value:({article})=>titleOf(article),cell:({article})=>[titleOf(
article),make("span",{class:"meta below"},[article.published,article.source].filter(Boolean).
join(" · "))]}];function datesView(){useControls(["words","from","to","source"]);const found=ALL_DATES.
filter(dateFits);return{name:"Dates",count:many(found.length,"date")+" of "+counted(ALL_DATES.
length),nodes:list("dates","Dates that the texts give",DATE_COLUMNS,found,{column:0,down:true})}}
const back=(to,label)=>{const node=button("← "+label,()=>{if(history.length>1&&came)history.
back();else location.hash=to},{class:"back"});return node};const explain=([kind,,,what,from,
to])=>{if(kind==="date")return"date: "+(from?daysWritten(from,to):what);if(kind!=="casualt\
y")return kind;return[what.outcome+" "+figureNumber(what),what.victims,what.modality,what.
place&&"in "+what.place,what.from&&daysWritten(what.from,what.to),what.attribution&&"by "+
what.attribution,"confidence "+what.confidence].filter(Boolean).join(" · ")};const leadsTo=(article,[
kind,,,what])=>{if(kind==="casualty"){const incident=incidentOf.get(article.id+"#"+what.incident);
return incident?incidentHash(incident):null}const entity=kind==="date"?null:entityOfMember.
get(article.id+"#"+what);return entity?entityHash(entity):null};function markedText(article,at){
const box=make("div",{class:"text",dir:"auto"});let done=0,here=null;for(const mention of[
...article.m].sort((a,b)=>a[1]-b[1]||b[2]-a[2])){const[kind,start,end]=mention;if(start<done)
continue;const to=leadsTo(article,mention),words=article.text.slice(start,end);const mark=make(
"mark",{class:kind+(start===at?" here":""),title:explain(mention),id:"at-"+start},to?link(
words,to):words);if(start===at)here=mark;box.append(article.text.slice(done,start),mark);done=
end}box.append(article.text.slice(done));if(here)requestAnimationFrame(()=>{here.scrollIntoView(
{block:"center"});const target=here.querySelector("a")||here;target.setAttribute("tabindex",
"0");target.focus({preventScroll:true})});return box}function articleView(id,at){const article=articleOf.
get(id);if(!article)return{name:"Article",nodes:[make("p",{class:"none"},"This page does n\
ot hold the article "+id+". "),link("All articles","#articles")]};const meta=[article.published,
article.source,article.file,article.duplicate?"repeats "+article.duplicate:null].filter(Boolean).
join(" · ");const told=article.i.map(([own,kind,starts,tolls])=>({incident:incidentOf.get(
id+"#"+own),kind,starts,tolls})).filter(({tolls})=>tolls.length);const rows=told.map(({incident,
kind,starts,tolls})=>make("li",{},incident?link([incident.place||"place unknown",daysWritten(
incident.from,incident.to)].filter(Boolean).join(", "),incidentHash(incident)):"",kind==="\
incident"?null:make("span",{class:"tag"},kind)," ",make("span",{class:"tolls"},tolls.map(toll=>make(
"span",{class:"toll"},tollWords(toll)))),starts.length?[" ",link("sentence",articleHash(id,
starts[0]),{class:"go"})]:null));return{name:titleOf(article),nodes:[back("#articles","Bac\
k"),make("article",{class:"reader"},make("h1",{},titleOf(article)),make("p",{class:"meta"},
meta,article.url?[" · ",make("a",{href:article.url,rel:"noopener noreferrer"},"published \
here")]:null),rows.length?make("details",{class:"told",open:at===null},make("summary",{},"\
What it tells: "+many(rows.length,"incident")),make("ul",{},rows)):null,make("p",{class:"l\
egend"},MENTION_KINDS.map(kind=>make("mark",{class:kind},kind)),make("span",{class:"meta"},
" A figure leads to its incident, a name to its page.")),markedText(article,at))]}}function entityView(id){
const entity=entityOf.get(id);if(!entity)return{name:"Name",nodes:[make("p",{class:"none"},
"This page does not hold that name. "),link("All names","#names")]};const facts=[["Also ca\
lled",entity.aliases.join("; ")],["Known as",entity.roles.join("; ")],["Country",countryName(
entity.country)],["Where",entity.where&&entity.latitude!==null?entity.where+" ("+entity.latitude+
", "+entity.longitude+")":entity.where],["Named",many(entity.mentions,"time")+" in "+many(
entity.articles,"article")+(entity.first?", "+daysWritten(entity.first,entity.last):"")]].
filter(([,value])=>value);const rows=entity.members.flatMap(([articleId,own,reason])=>{const article=articleOf.
get(articleId);if(!article)return[{article:null,articleId,reason,mentions:[]}];return[{article,
articleId,reason,mentions:article.m.filter(([kind,,,what])=>kind===entity.kind&&what===own)}]});
rows.sort((a,b)=>((a.article||{}).published||"")<((b.article||{}).published||"")?1:-1);const shown=rows.
slice(0,200);return{name:entity.name,nodes:[back("#names","Back"),make("article",{class:"r\
eader"},make("h1",{},entity.name," ",make("span",{class:"kind "+entity.kind},entity.kind)),
make("dl",{class:"facts"},facts.flatMap(([name,value])=>[make("dt",{},name),make("dd",{},value)])),
make("h2",{},"Where it is named"),make("ul",{class:"named"},shown.map(({article,articleId,
reason,mentions})=>make("li",{},article?[make("span",{class:"meta"},[article.published,article.
source].filter(Boolean).join(" · "))," ",link(titleOf(article),articleHash(article.id,mentions.
length?mentions[0][1]:null))]:articleId,reason==="name"?null:make("span",{class:"tag"},reason),
mentions.slice(0,3).map(([,start,end])=>make("blockquote",{},link(quoted(article.text,start,
end,120),articleHash(article.id,start),{class:"plain"}))),mentions.length>3?make("p",{class:"\
meta"},"and "+many(mentions.length-3,"more mention")+" in this article"):null))),rows.length>
200?make("p",{class:"note"},"The first 200 of "+counted(rows.length)+" articles; entity_me\
mbers.csv has them all."):null)]}}const VIEWS=[["incidents","Incidents",incidentsView],["f\
igures","Figures",figuresView],["articles","Articles",articlesView],["names","Names",namesView],
["dates","Dates",datesView]];const view=document.getElementById("content"),tabs=document.getElementById(
"tabs");let came=false,current="";const where=()=>{const[name,id,at]=location.hash.slice(1).
split("/");return{name:name||"incidents",id:id?decodeURIComponent(id):null,at:at===void 0?
null:Number(at)}};const holder=make("div",{});function show(isNew){const{name,id,at}=where();
const tab=name==="incident"?"incidents":name==="article"?"articles":name==="name"?"names":
name;redraw=()=>{};const drawn=name==="article"?articleView(id,at):name==="name"?entityView(
id):name==="incident"?incidentsView(id,isNew):(VIEWS.find(([key])=>key===name)||VIEWS[0])[2](
null,false);for(const tabLink of tabs.children){if(tabLink.hash==="#"+tab)tabLink.setAttribute(
"aria-current","page");else tabLink.removeAttribute("aria-current")}document.title=drawn.name+
" – dateline report";const isList=name!=="article"&&name!=="name";results.textContent=isList?
drawn.count+(isFiltered()?"":""):"";holder.replaceChildren(...drawn.nodes.filter(Boolean));
const kind=isList?"list":"reader";if(view.dataset.kind!==kind||view.dataset.tab!==tab){const title=make(
"h1",{class:"out-of-sight"},drawn.name),says2=make("p",{class:"print-only"});view.replaceChildren(
...isList?[title,form,says2,holder]:[holder]);view.dataset.kind=kind;view.dataset.tab=tab}
const says=view.querySelector(".print-only");if(says)says.textContent=drawn.name+": "+drawn.
count+(isFiltered()?" ("+activeWords()+")":"");form.querySelector(".clear").hidden=!isFiltered();
more.querySelector("summary").textContent=isFiltered()?"Filters: "+activeWords():"Filters";
redraw();if(isNew&&name==="incident"){const row=document.getElementById("detail");if(row){
row.previousElementSibling.scrollIntoView({block:"start"});const opened=row.previousElementSibling.
querySelector("a.row-link");if(opened)opened.focus({preventScroll:true})}}else if(isNew&&at===
null){const to=kept.get(location.hash);scrollTo(0,to||0);kept.delete(location.hash);if(current&&
!to)view.focus({preventScroll:true})}current=location.hash}const kept=new Map;addEventListener(
"click",event=>{if(event.target.closest&&event.target.closest("a[href^='#'], button.back"))
kept.set(location.hash,scrollY)},true);addEventListener("hashchange",()=>{came=true;const name=where().
name,old=current.slice(1).split("/")[0];show(!(name==="incidents"&&old==="incident"&&!kept.
has(location.hash)))});for(const[key,label]of VIEWS)tabs.append(link(label,"#"+key));document.
getElementById("summary").textContent=[many(run.articles,"article"),many(run.incidents,"in\
cident"),many(run.entities,"name")].join(" · ");document.getElementById("theme").addEventListener(
"click",()=>{const root=document.documentElement,dark=root.dataset.theme?root.dataset.theme===
"dark":matchMedia("(prefers-color-scheme: dark)").matches;root.dataset.theme=dark?"light":
"dark"});history.scrollRestoration="manual";show(true);`;

export const PAGE_CSS = String.raw`:root{color-scheme:light;--ink: #1d2733;--soft: #566372;--line: #d9e0e7;--link: #0b57a4;--paper:
#fff;--ground: #f4f6f9;--head: #e9eef4;--sea: #e8eff7;--land: #dde4de;--border: #fff;--shade:
#44739f;--halo: #fff;--harm: #b3261e;--here: #ffd84d}@media screen and (prefers-color-scheme:dark){
:root:not([data-theme=light]){color-scheme:dark;--ink: #e6ebf1;--soft: #a3b3c2;--line: #33404d;
--link: #8abef2;--paper: #18202a;--ground: #10161d;--head: #222d39;--sea: #121a23;--land: #2f3a45;
--border: #121a23;--shade: #5f9bd3;--halo: #121a23;--harm: #ff8a80;--here: #7a6400}}@media screen{
:root[data-theme=dark]{color-scheme:dark;--ink: #e6ebf1;--soft: #a3b3c2;--line: #33404d;--link:
#8abef2;--paper: #18202a;--ground: #10161d;--head: #222d39;--sea: #121a23;--land: #2f3a45;
--border: #121a23;--shade: #5f9bd3;--halo: #121a23;--harm: #ff8a80;--here: #7a6400}}*{box-sizing:border-box}
[hidden]{display:none!important}body{margin:0;font:15px/1.5 system-ui,-apple-system,"Segoe\
 UI",Roboto,sans-serif;color:var(--ink);background:var(--ground)}.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;z-index:9;background:var(--paper);padding:6px 12px}.out-of-sight{
position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header{position:sticky;top:0;z-index:5;background:var(--paper);border-bottom:1px solid var(--line)}
.bar{max-width:1320px;margin:0 auto;padding:8px 20px;display:flex;flex-wrap:wrap;gap:4px 18px;
align-items:center}.brand{margin:0;color:var(--soft)}.brand b{color:var(--ink);font-size:17px;
margin-right:6px}nav#tabs{display:flex;flex-wrap:wrap;gap:2px;margin-left:auto}nav#tabs a{
padding:5px 11px;border-radius:7px;text-decoration:none;color:var(--link)}nav#tabs a[aria-current]{
background:var(--link);color:var(--paper)}button,select,input{font:inherit;color:inherit;background:var(--paper);
border:1px solid var(--line);border-radius:7px;padding:4px 10px;min-height:32px}button{cursor:pointer}
button:disabled{opacity:0.55;cursor:default}:focus-visible{outline:2px solid var(--link);outline-offset:2px}
main:focus{outline:none}a{color:var(--link)}main{max-width:1320px;margin:0 auto;padding:14px
20px 40px}footer{max-width:1320px;margin:0 auto;padding:0 20px 30px;color:var(--soft);font-size:13px}
.filters{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:start;background:var(--paper);
border:1px solid var(--line);border-radius:10px;padding:10px 14px;margin-bottom:14px}.control{
display:flex;flex-direction:column;gap:2px;min-width:0}.control label{font-size:12.5px;color:var(--soft)}
.control select,.control input{width:100%;min-width:0}.filters>.control{flex:1 1 200px;max-width:300px}
.more{flex:10 1 840px;min-width:0}.more summary{font-size:12.5px;color:var(--soft);cursor:pointer;
width:fit-content;max-width:100%}.grid{display:grid;grid-template-columns:repeat(auto-fit,minmax(98px,1fr));
gap:6px 8px;margin-top:2px}.told-count{flex:1 1 100%;display:flex;flex-wrap:wrap;gap:6px 14px;
align-items:center}.count{font-weight:600}.numbers{display:flex;flex-wrap:wrap;gap:4px 26px;
list-style:none;margin:0 0 12px;padding:0;color:var(--soft)}.numbers b{color:var(--ink);font-size:19px}
.numbers b.nowrap{font-size:15px}.charts{display:grid;grid-template-columns:minmax(0,1.35fr)
minmax(0,1fr);gap:14px;margin-bottom:14px}.panel{margin:0;background:var(--paper);border:1px
solid var(--line);border-radius:10px;padding:10px 14px;min-width:0}figcaption{font-size:13px;
color:var(--soft);margin-bottom:6px}figcaption b{color:var(--ink);font-size:15px}.map{position:relative}
.map svg{display:block;width:100%;height:330px;background:var(--sea);border-radius:8px;cursor:grab;
touch-action:pan-y}.land{fill:var(--land);stroke:var(--border);stroke-width:0.6;vector-effect:non-scaling-stroke}
.land.named{fill:color-mix(in srgb,var(--shade) calc(var(--share) * 100%),var(--land))}.pin{
fill:#b3261e;fill-opacity:0.78;stroke:#fff;stroke-width:1;vector-effect:non-scaling-stroke;
cursor:pointer}.pin:focus-visible{outline:none;stroke:var(--ink);stroke-width:3}.pin-count{
fill:#fff;font-weight:600;text-anchor:middle;pointer-events:none}.pin-name{fill:var(--ink);
paint-order:stroke;stroke:var(--halo);stroke-linejoin:round;pointer-events:none}.zoom{position:absolute;
top:8px;left:8px;display:flex;gap:4px}.zoom button{min-width:32px;padding:2px 9px}.tip{position:absolute;
max-width:240px;padding:4px 10px;border-radius:6px;background:var(--ink);color:var(--paper);
font-size:13px;pointer-events:none;z-index:1}.lost{font-size:13px;margin-top:6px}.lost summary{
cursor:pointer;color:var(--soft)}.lost p{margin:4px 0;max-height:9em;overflow:auto}svg text{
font-family:inherit}.time,.toll-chart svg{display:block;width:100%;height:auto}.tick{font-size:12px;
fill:var(--soft)}.axis{stroke:var(--line)}.bar{fill:var(--shade)}rect.bar{cursor:pointer}rect.bar:hover,
rect.bar:focus-visible{fill:var(--harm);outline:none}.told{fill:none}path.told{stroke:var(--harm);
stroke-width:2}.point{fill:var(--harm)}.point-name{font-size:12.5px;fill:var(--ink)}.toll-chart{
margin:8px 0;max-width:760px}.list{scroll-margin-top:56px}table{border-collapse:separate;border-spacing:0;
width:100%;background:var(--paper);border:1px solid var(--line);border-radius:10px;font-size:14px}
th,td{padding:6px 9px;text-align:left;border-bottom:1px solid var(--line);vertical-align:top;
overflow-wrap:break-word}tbody tr:last-child>td{border-bottom:0}thead th{position:sticky;top:50px;
z-index:2;background:var(--head);padding:0}thead th:first-child{border-top-left-radius:10px}
thead th:last-child{border-top-right-radius:10px}thead button{border:0;background:none;font-weight:600;
width:100%;text-align:left;padding:6px 9px;white-space:nowrap}th.number button{text-align:right}
.arrow{font-size:10px;margin-left:4px;color:var(--soft)}[aria-sort=ascending] .arrow,[aria-sort=descending]
.arrow{color:var(--link)}td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.nowrap{white-space:nowrap}td.wide{min-width:270px;width:38%}tbody tr{scroll-margin-top:92px}
.says{display:block;color:var(--soft);font-size:13px;display:-webkit-box;-webkit-line-clamp:2;
-webkit-box-orient:vertical;overflow:hidden}.plain{color:inherit;text-decoration:none}.plain:hover{
text-decoration:underline}.tag{display:inline-block;font-size:12px;border:1px solid var(--line);
border-radius:10px;padding:0 8px;margin:0 5px;color:var(--soft)}.kind{display:inline-block;
font-size:12.5px;font-weight:400;border-radius:10px;padding:0 9px}.meta{color:var(--soft);
font-size:13px}.below{display:block}tr.open>td{background:var(--head)}.detail>td{background:var(--ground);
padding:12px 16px}.inside h2{font-size:15px;margin:10px 0 4px}.tolls{display:inline-flex;flex-wrap:wrap;
gap:4px 6px;vertical-align:middle}.toll{background:var(--casualty);border-radius:12px;padding:0
10px;font-size:13px}.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:2px
14px;margin:8px 0}.facts dt{color:var(--soft)}.facts dd{margin:0;overflow-wrap:anywhere}.reports,
.named{margin:0;padding-left:20px}.reports li,.named li{margin-bottom:8px}blockquote{margin:4px
0;padding-left:12px;border-left:3px solid var(--line)}.pager{display:flex;flex-wrap:wrap;gap:6px
8px;align-items:center;margin:10px 0}.card-sort{display:none}.note{color:var(--soft);font-size:13.5px;
margin:8px 0;max-width:90ch}.none{color:var(--soft);padding:16px;text-align:center}.reader{
background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:18px 24px;
margin-top:10px}.reader h1{font-size:22px;line-height:1.25;margin:0 0 4px;overflow-wrap:anywhere}
.reader h2{font-size:17px;margin:16px 0 6px}details.told{margin:8px 0;fill:currentColor}details.told
summary{cursor:pointer;font-weight:600}details.told ul{margin:6px 0;padding-left:20px}details.told
li{margin-bottom:4px}.legend{display:flex;flex-wrap:wrap;gap:6px 10px;font-size:13px;align-items:center}
.text{font:17px/1.7 Charter,"Iowan Old Style",Georgia,"Times New Roman",serif;white-space:pre-wrap;
overflow-wrap:anywhere;max-width:78ch}mark{color:inherit;background:none;border-radius:3px;
padding:1px 2px;-webkit-box-decoration-break:clone;box-decoration-break:clone}mark a{color:inherit;
text-decoration:underline;text-decoration-color:color-mix(in srgb,currentColor 35%,transparent);
text-underline-offset:3px}mark.person{background:var(--person)}mark.organization{background:var(--organization)}
mark.place{background:var(--place)}mark.group{background:var(--group)}mark.date{background:var(--date)}
mark.casualty{background:var(--casualty);font-weight:600}mark.here{background:var(--here);
outline:2px solid var(--harm);scroll-margin:40vh}td mark.here,blockquote mark.here{outline:0;
background:var(--date)}.print-only{display:none}@media(max-width:1100px){.charts{grid-template-columns:minmax(0,1fr)}}
@media screen and (max-width:800px){header{position:static}.bar,main,footer{padding-left:12px;
padding-right:12px}nav#tabs{margin-left:0;width:100%;overflow-x:auto;flex-wrap:nowrap}.bar{
position:relative;padding-right:56px}#theme{position:absolute;top:6px;right:12px}.filters{
position:static}.filters{gap:8px}.filters>.control{flex:1 1 100%;max-width:none}.more{flex:1
1 100%}.grid{grid-template-columns:1fr 1fr;margin-top:6px}button,select,input{min-height:38px}
.map svg{height:260px}table,tbody,tr,td{display:block;width:100%}table{background:none;border:0}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tbody tr{
background:var(--paper);border:1px solid var(--line);border-radius:10px;margin-bottom:10px;
padding:6px 0}tbody tr.detail{margin-top:-8px}td,tbody tr:last-child>td{display:grid;grid-template-columns:84px
minmax(0,1fr);gap:0 10px;border:0;padding:3px 12px;text-align:left}td.number{text-align:left}
td::before{content:attr(data-name);color:var(--soft);font-size:13px}td.wide{min-width:0;display:block}
td.wide::before{display:block}.detail td{display:block}.detail td::before{content:none}td.empty{
display:none}td>*{grid-column:2}td.wide>*{grid-column:auto}.says{-webkit-line-clamp:4}.facts{
grid-template-columns:minmax(0,1fr)}.facts dd{margin-bottom:4px}td.wide{width:100%}tr.detail
td{padding:12px}.card-sort{display:block;margin-bottom:10px}.reader{padding:14px}.text{font-size:16.5px}}
@media print{:root{color-scheme:light;--ink: #1d2733;--soft: #566372;--line: #d9e0e7;--link:
#0b57a4;--paper: #fff;--ground: #f4f6f9;--head: #e9eef4;--sea: #e8eff7;--land: #dde4de;--border:
#fff;--shade: #44739f;--halo: #fff;--harm: #b3261e;--here: #ffd84d}@page{size:A4 landscape;
margin:12mm}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}body{background:#fff;
font-size:10pt}header{position:static}nav#tabs,#theme,.filters,.pager,.zoom,.tip,.back,.skip,
.arrow,footer,.card-sort{display:none!important}main{padding:0;max-width:none}.bar{padding:0
0 6px}.print-only{display:block;font-weight:600}table{font-size:8.5pt;border-radius:0}thead{
display:table-header-group}thead th{position:static}thead button{padding:3px 6px;min-height:0;
white-space:normal}th,td{padding:3px 6px}td.wide{min-width:150px}tr{break-inside:avoid}.charts{
grid-template-columns:1.35fr 1fr;break-inside:avoid}.map svg{height:230px}.panel{break-inside:avoid}
.reader{border:0;padding:0}.text{font-size:11pt;max-width:none}a{color:inherit}}`;
