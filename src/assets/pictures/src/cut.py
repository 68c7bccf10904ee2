"""Saxen: tar rena former, klipper dem lite ojämnt (som ur papper) och skriver liten SVG."""
import math,random,re,os
TOK=re.compile(r'([MLHVCSQTZmlhvcsqtz])|(-?\d*\.?\d+)')
def flat(d):
    t=[m for m in TOK.findall(d)];i=0;subs=[];cur=None;x=y=0;cmd='';px=py=0
    def num():
        nonlocal i;v=float(t[i][1]);i+=1;return v
    while i<len(t):
        if t[i][0]: cmd=t[i][0];i+=1
        c=cmd.upper();r=cmd.islower();ox,oy=(x,y) if r else (0,0)
        if c=='M':
            x,y=num()+ox,num()+oy;cur=[[(x,y,1)],False];subs.append(cur);cmd='l' if r else 'L';px,py=x,y
        elif c=='Z': cur[1]=True;x,y=cur[0][0][:2]
        elif c in'LHV':
            if c=='L':x,y=num()+ox,num()+oy
            elif c=='H':x=num()+ox
            else:y=num()+oy
            cur[0].append((x,y,1));px,py=x,y
        elif c in'CSQ':
            if c=='C':a=num()+ox,num()+oy;b=num()+ox,num()+oy
            elif c=='S':a=(2*x-px,2*y-py);b=num()+ox,num()+oy
            else:q=num()+ox,num()+oy
            e=num()+ox,num()+oy
            if c=='Q':a=(x+2/3*(q[0]-x),y+2/3*(q[1]-y));b=(e[0]+2/3*(q[0]-e[0]),e[1]+2/3*(q[1]-e[1]))
            n=24
            for k in range(1,n+1):
                u=k/n;v=1-u
                cur[0].append((v**3*x+3*v*v*u*a[0]+3*v*u*u*b[0]+u**3*e[0],v**3*y+3*v*v*u*a[1]+3*v*u*u*b[1]+u**3*e[1],2 if k==n else 0))
            x,y=e;px,py=b
    return subs
def rdp(p,e):
    if len(p)<3:return p
    (ax,ay),(bx,by)=p[0],p[-1];L=math.hypot(bx-ax,by-ay) or 1e-9;m=0;k=0
    for i in range(1,len(p)-1):
        d=abs((bx-ax)*(ay-p[i][1])-(ax-p[i][0])*(by-ay))/L if L>1e-6 else math.hypot(p[i][0]-ax,p[i][1]-ay)
        if d>m:m,k=d,i
    return rdp(p[:k+1],e)[:-1]+rdp(p[k:],e) if m>e else [p[0],p[-1]]
class Bild:
    def __init__(s,w,h,seed=1,amp=1.2,step=15):
        s.w,s.h=w,h;s.r=random.Random(seed);s.amp=amp;s.step=step;s.out=[];s.M=(1,0,0,1,0,0);s.n=0;s.defs=[]
    def T(s,x=0,y=0,k=1,ky=None,rot=0):
        ky=k if ky is None else ky;c,n=math.cos(math.radians(rot)),math.sin(math.radians(rot));s.M=(k*c,k*n,-ky*n,ky*c,x,y);return s
    def _ap(s,x,y):a,b,c,d,e,f=s.M;return a*x+c*y+e,b*x+d*y+f
    def cut(s,d,amp=None,step=None,tol=.85):
        amp=s.amp if amp is None else amp;o=''
        for pts,closed in flat(d):
            q=[(*s._ap(a,b),c) for a,b,c in pts]
            if closed and math.hypot(q[0][0]-q[-1][0],q[0][1]-q[-1][1])>.5:q.append((*q[0][:2],1))
            per=sum(math.hypot(q[i+1][0]-q[i][0],q[i+1][1]-q[i][1]) for i in range(len(q)-1)) or 1
            st=max(4,min(step or s.step,per/11));am=min(amp,per/90)
            R=[q[0]];acc=0
            for i in range(1,len(q)):
                L=math.hypot(q[i][0]-q[i-1][0],q[i][1]-q[i-1][1])
                if q[i][2]==1:
                    n=int(L/(st*2.6))
                    for k in range(1,n+1):
                        u=k/(n+1);R.append((q[i-1][0]+u*(q[i][0]-q[i-1][0]),q[i-1][1]+u*(q[i][1]-q[i-1][1]),0))
                    R.append(q[i]);acc=0
                else:
                    acc+=L
                    if q[i][2]==2 or acc>=st:R.append(q[i]);acc=0
            J=[(x+s.r.uniform(-am,am),y+s.r.uniform(-am,am)) for x,y,_ in R]
            if closed:J[-1]=J[0]
            h=len(J)//2
            J=(rdp(J[:h+1],tol)[:-1]+rdp(J[h:],tol)) if len(J)>4 else J
            I=[(round(x),round(y)) for x,y in J] if per>140 else [(round(x*2)/2,round(y*2)/2) for x,y in J]
            if closed:
                I=I[:-1];A=sum(I[n-1][0]*I[n][1]-I[n][0]*I[n-1][1] for n in range(len(I)))
                if A<0:I=I[::-1]
            f=lambda v:('%g'%v)
            o+='M'+f(I[0][0])+(' ' if I[0][1]>=0 else '')+f(I[0][1]);seg='';p=I[0]
            for a in I[1:]:
                dx,dy=a[0]-p[0],a[1]-p[1];p=a
                if dx==0 and dy==0:continue
                seg+=(' ' if seg and dx>=0 else '')+f(dx)+(' ' if dy>=0 else '')+f(dy)
            o+='l'+seg if seg else ''
            o+='z' if closed else ''
        return o.replace(' 0.',' .').replace('-0.','-.')
    def P(s,c,d,g=None,**k):
        q=s.cut(d,**k)
        if g:
            s.n+=1;i='abcdefghijklmnopqrstuvwxyzABCDEFIJK'[s.n-1]
            s.out.append(f'<path id="{i}" d="{q}"/>'.replace('<path','<path',1)) if 0 else s.defs.append(f'<path id="{i}" d="{q}"/>')
            s.out.append(f'<use href="#{i}" class="{c}"/>'+''.join(f'<use href="#{i}" class="{x}"/>' for x in g.split()))
        else:
            pre=f'<path class="{c}" d="'
            if s.out and s.out[-1].startswith(pre) and ' m' not in c:s.out[-1]=s.out[-1][:-3]+q+'"/>'
            else:s.out.append(pre+q+'"/>')
        return s
    def R(s,c,x,y,w,h,**k):return s.P(c,f'M{x} {y}h{w}v{h}h{-w}Z',**k)
    def C(s,c,x,y,r,ry=None,**k):
        ry=ry or r;a,b=.5523*r,.5523*ry;k.setdefault('tol',.4);k.setdefault('amp',.7);k.setdefault('step',max(6,min(14,min(r,ry)*.34)))
        return s.P(c,f'M{x-r} {y}C{x-r} {y-b} {x-a} {y-ry} {x} {y-ry}C{x+a} {y-ry} {x+r} {y-b} {x+r} {y}C{x+r} {y+b} {x+a} {y+ry} {x} {y+ry}C{x-a} {y+ry} {x-r} {y+b} {x-r} {y}Z',**k)
    def L(s,c,d,w,**k):
        q=s.cut(d,**k);s.out.append(f'<path class="{c} v" stroke-width="{w}" d="{q}"/>');return s
    def dots(s,c,w,pts):
        """Runda klipp, billigt: korta streck med rund ände. pts = (x,y) eller (x,y,dx,dy)."""
        d=''.join(f'M{p[0]:g} {p[1]:g}'.replace(' -','-')+(f'l{p[2]:g} {p[3]:g}'.replace(' -','-') if len(p)>2 else 'h0') for p in pts)
        s.out.append(f'<path class="{c} v" stroke-width="{w}" d="{d}"/>');return s
    def grupp(s,i,f):
        """Klipp en gång, lägg ut flera gånger med U."""
        o,s.out=s.out,[];f();s.defs.append(f'<g id="{i}">'+''.join(s.out)+'</g>');s.out=o;return s
    def form(s,i,d):
        """En form utan färg, klippt en gång; färgen ges där den läggs ut (F)."""
        s.defs.append(f'<path id="{i}" d="{s.cut(d)}"/>');return s
    def F(s,i,c,x,y,k=1,flip=1):
        sc='' if k==flip==1 else f'scale({k*flip:g} {k:g})' if flip<0 else f'scale({k:g})'
        for q in c.split():s.out.append(f'<use href="#{i}" class="{q}" transform="translate({x} {y}){sc}"/>')
        return s
    def U(s,i,x,y,k=1,flip=1):
        sc='' if k==flip==1 else f'scale({k*flip:g} {k:g})' if flip<0 else f'scale({k:g})'
        s.out.append(f'<use href="#{i}" transform="translate({x} {y}){sc}"/>');return s
    def save(s,name):
        """Alla bilder bär samma stil och samma korn som stovlar.svg: då räcker en hash i CSP."""
        here=os.path.dirname(os.path.abspath(__file__));mall=open(os.path.join(here,'..','stovlar.svg')).read()
        st=re.search(r'<style>.*?</style>',mall,re.S)[0];body=''.join(s.out)
        use=set(' '.join(re.findall(r'class="([^"]+)"',body)).split())
        unknown=use-set(re.findall(r'\.([A-Za-z])\b',st));assert not unknown,unknown
        pat=''.join(re.search(rf'<pattern id="{P}".*?</pattern>',mall,re.S)[0] for k,P in(('g','G'),('h','H')) if k in use)
        dd=f'<defs>{pat}{"".join(s.defs)}</defs>' if pat or s.defs else ''
        svg=f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {s.w} {s.h}">{st}{dd}{body}</svg>\n'
        open(os.path.join(here,'..',name+'.svg'),'w').write(svg);print(name,len(svg.encode()))
