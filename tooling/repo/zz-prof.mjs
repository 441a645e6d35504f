import { readFileSync } from 'node:fs';
const p = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const self = new Map(); const byId = new Map(p.nodes.map(n=>[n.id,n]));
const dt = p.timeDeltas; let total=0;
p.samples.forEach((id,i)=>{ self.set(id,(self.get(id)??0)+dt[i]); total+=dt[i];});
const agg=new Map();
for(const [id,t] of self){const n=byId.get(id).callFrame; const k=`${n.functionName||'(anon)'} ${n.url.split('/').slice(-3).join('/')}:${n.lineNumber+1}`; agg.set(k,(agg.get(k)??0)+t);}
console.log('total s',total/1e6);
[...agg].sort((a,b)=>b[1]-a[1]).slice(0,Number(process.argv[3]??25)).forEach(([k,t])=>console.log((t/1e6).toFixed(2),k));
