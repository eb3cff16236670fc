import random
random.seed(3)
def w(n,s): open(n,'w').write(s)
w('p5.txt',"""pool db = 2
user:        io 300ms
posts[1..6]: io 400ms   after user   using db
avatar:      io 700ms   after user
legacy:      block 150ms after user
render:      cpu 120ms  after posts, avatar, legacy
""")
w('chain200.txt',''.join(f"step{i}: io {random.randint(50,500)}ms"+(f" after step{i-1}" if i else "")+"\n" for i in range(200)))
w('fan200.txt',"start: io 100ms\n"+''.join(f"fetch{i}: io {random.randint(50,500)}ms after start\n" for i in range(198))+"end: cpu 50ms after "+", ".join(f"fetch{i}" for i in range(198))+"\n")
def ci(n,layers):
    names=[[] for _ in range(layers)]; out=[]
    kinds=['checkout','build','lint','test','pack','deploy','scan','report']
    for i in range(n):
        l=min(layers-1,int(i*layers/n)); name=f"{kinds[l%8]}-{i}".replace('-','_')
        prev=[x for ls in names[:l] for x in ls]
        after=[]
        if l:
            after=random.sample(names[l-1],min(len(names[l-1]),random.choice([1,1,2])))
            if random.random()<.25: after.append(random.choice(prev))
        after=sorted(set(after))
        names[l].append(name)
        fam = "[1..%d]"%random.randint(2,9) if random.random()<.1 else ""
        out.append((name,fam,f"{random.choice(['io','io','cpu','thread'])} {random.randint(20,900)}ms",after))
    return ''.join(f"{n}{f}: {s}"+(f" after {', '.join(a)}" if a else "")+"\n" for n,f,s,a in out)
w('ci40.txt',ci(40,6)); w('ci200.txt',ci(200,10))
w('forest200.txt',''.join((lambda r: ''.join(f"t{r}_{k}: io {random.randint(50,500)}ms"+(f" after t{r}_{(k-1)//2}" if k else "")+"\n" for k in range(8)))(r) for r in range(25)))
w('fail.txt',"""on failure continue
pool db = 1
pool api = 1
a: io 300ms
b: io 500ms fails after a
c: io 400ms after b
d[1..4]: io 300ms using db after a
e: io 2s timeout 1s
f: cpu 200ms after d
""")
