from cut import Bild
import random
r=random.Random(8)
# Höstregn. Tre bär ved. På huggkubben ligger ett par vantar till.
b=Bild(1200,800,72,step=26)
b.R('k',-20,-20,1240,700)
# veden
b.R('e',84,96,640,520)
P=[];n=0
for row in range(9):
    for x in range(9):
        P.append((round(116+x*72+(36 if row%2 else 0)+r.randint(-5,5)),round(590-row*58+r.randint(-4,4)),r.randint(-4,6),r.randint(1,6)))
P=[p for p in P if p[0]<712]
b.dots('w',54,P)
b.dots('a',20,[p[:2] for i,p in enumerate(P) if i%2])
b.P('e','M724 616V480C800 470 1000 474 1110 484V616Z')
Q=[(756+x*64+(30 if y else 0)+r.randint(-4,4),590-y*54+r.randint(-3,3),r.randint(-4,6),r.randint(1,5)) for y in range(2) for x in range(6)]
Q=[q for q in Q if q[0]<1100]
b.dots('w',50,Q);b.dots('a',20,[q[:2] for q in Q[::2]])
# stolpar och takfot
b.P('l','M36 60H96L92 640H34ZM702 60H748L746 640H700ZM1098 60H1160L1166 640H1102Z',g='h')
b.P('l','M-20 -20H1220V74L-20 90Z',g='h').P('p','M-20 84L1220 68V92L-20 108Z')
# marken
b.P('s','M-20 620C300 606 800 610 1220 624V820H-20Z',g='h')
b.P('j','M60 742C160 722 330 726 380 744C320 764 120 766 60 742ZM760 770C860 752 1010 754 1060 772C980 792 820 792 760 770Z')
for _ in range(9):
    x,y=r.randint(10,1190),r.randint(640,790);k=r.uniform(9,15);b.P('c',f'M{x} {y}l{k:.0f} -{k*.4:.0f} {k*.8:.0f} {k*.3:.0f} -{k*.7:.0f} {k*.5:.0f}Z')
# en regnrock till, på sin spik
b.L('z','M930 180L932 160',7)
b.T(932,470,.86);b.P('c','M-34 -312C-20 -340 20 -340 34 -312C70 -300 84 -262 92 -224L98 -140L70 -134L64 -190C66 -150 72 -130 76 -100C40 -86 -40 -86 -76 -100C-72 -130 -66 -150 -64 -190L-70 -134L-98 -140L-92 -224C-84 -262 -70 -300 -34 -312Z',g='g').P('e','M-22 -310C-10 -324 10 -324 22 -310L4 -280ZM-4 -280H4V-92H-4Z')
b.T()
# huggkubben och yxan
b.P('e','M884 612H1036L1048 722C1000 736 930 736 874 722Z',g='h').C('a',960,612,78,22)
b.L('p','M954 548L1066 452',13).P('i','M936 552L966 528L1028 600C1018 622 1000 634 980 634Z')
def bakifran(x,y,k,rock,huva,byx,stov,logs,flip=1):
    b.T(x,y,k*flip,k)
    b.P(byx,'M-58 -130L-6 -130L-12 -40H-60ZM4 -130L60 -130L62 -66L20 -60Z')
    b.P(stov,'M-66 -70L-8 -72L-6 -6C-8 4 -66 4 -70 -6ZM16 -84L66 -92L74 -40C74 -22 28 -12 20 -30Z')
    b.P('p','M22 -34C36 -22 62 -26 74 -40L72 -24C60 -10 34 -8 24 -18Z')
    for lx,ly,L in logs:b.P('p',f'M{lx} {ly}L{lx+L} {ly-8}L{lx+L+2} {ly+36}L{lx} {ly+44}Z').P('k',f'M{lx+24} {ly+8}l14-1v5l-14 2ZM{lx+L-38} {ly+22}l16-1v5l-14 2Z',amp=.3).C('a',lx,ly+22,11,23).C('a',lx+L,ly+14,11,23)
    b.P(rock,'M-50 -318C-20 -330 20 -330 50 -318C84 -300 104 -262 112 -214L92 -170L78 -176C82 -150 86 -130 88 -108C40 -92 -40 -92 -88 -108C-86 -130 -82 -150 -78 -176L-92 -170L-112 -214C-104 -262 -84 -300 -50 -318Z',g='g')
    b.P(huva,'M-54 -300C-70 -360 -40 -414 0 -416C40 -414 70 -360 54 -300C30 -280 -30 -280 -54 -300Z',g='h')
    b.T()
bakifran(250,752,1.36,'t','t','d','k',((-164,-256,328),(-146,-210,296)))
bakifran(516,768,1.06,'D','D','k','l',((-160,-240,316),),-1)
bakifran(724,780,.76,'i','i','d','l',((-160,-226,316),))
# regnet
D=''.join(f'M{r.randint(0,1240)} {r.randint(90,720)}l-{k} {k*3}' for k in (r.randint(7,13) for _ in range(30)))
b.out.append(f'<path class="z v" stroke-width="3" d="{D}"/>')
b.save('vedboden')
