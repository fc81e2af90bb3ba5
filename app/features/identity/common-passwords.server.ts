import { dictionary } from '@zxcvbn-ts/language-common'
import { compact } from './password-rules.ts'

/**
 * What people most often take for a password or build one from, in the languages of the product. The rule that reads
 * this list joins, repeats and decorates the entries by itself, so it stands for many thousands of long passwords.
 */
const words = `
password passwort passord motdepasse contrasena contraseña senha parola wachtwoord haslo geheim secret secrets passwd
passcode passphrase passe pass pwd login logon signin welcome willkommen bienvenue bienvenu bienvenido benvenuto
admin administrator administrateur root user username guest test tester testing testtest demo default changeme change
letmein letme trustno trustme access master masterkey superuser super superman batman spiderman starwars pokemon
hello hallo bonjour salut ciao hola namaste salam salaam marhaba goodbye please thankyou thanks merci danke gracias
love lover lovely loveme loveyou iloveyou iloveu jetaime teamo tequiero ichliebedich mylove forever always together
baby babygirl babyboy angel angels princess prince queen king lady girl boys mother father mommy daddy mama papa
family friend friends brother sister children child husband wife honey sweet sweetie sugar cookie chocolate candy
sunshine sunset sunrise sunny flower flowers rose butterfly rainbow unicorn star stars moon moonlight light shadow
dragon tiger lion eagle falcon wolf bear panther horse dolphin monkey kitty kitten puppy doggy buster tigger
football soccer baseball basketball hockey tennis cricket rugby golf chelsea arsenal liverpool barcelona realmadrid
juventus milan manchester united bayern dortmund galatasaray fenerbahce marseille olympique cowboys yankees lakers
michael jordan jennifer jessica ashley daniel andrew joshua matthew thomas charlie robert william george anthony
nicole michelle amanda melissa samantha hannah sophie laura maria anna julia david peter paul john james jacob
mohamed mohammed muhammad ahmed ahmad mustafa omar hassan hussein fatima khadija ibrahim khalid abdullah allah
jesus christ christian heaven faith grace bless blessed blessing godisgood jesuschrist inshallah alhamdulillah bismillah
computer internet google facebook twitter youtube linkedin instagram amazon apple iphone samsung android windows
microsoft office outlook server network system security secure database oracle cisco router gateway wireless
summer winter spring autumn january february march april june july august september october november december
monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday weekend holiday vacation birthday
happy happiness freedom liberty peace justice victory glory honor honour hope dream dreams magic wizard mystery
money dollar dollars euro million rich gold golden silver diamond platinum crystal pearl ruby sapphire
london paris berlin madrid rome moscow newyork washington geneva brussels vienna doha cairo dubai amman riyadh
america american england france germany spain italy russia ukraine turkey egypt jordan qatar kuwait iraq syria
conference conferences plenary delegation delegate delegations observer secretariat minister ministry embassy ambassador
diplomat diplomacy government president general colonel major captain soldier army navy force forces military defence
defense mission planning meeting session chair chairman speaker agenda committee council commission nation nations
unitednations international stabilisation stabilization peacekeeping command commander
company business manager director office officer service support helpdesk temporary temp newuser newpassword mypassword
yourpassword thepassword nopassword apassword ourpassword passwords mypass mysecret topsecret classified confidential
unclassified internal private public
harley mustang ferrari porsche mercedes corvette yamaha honda toyota nissan
metallica nirvana slipknot eminem beatles elvis rockstar guitar music dance dancing disney mickey pooh simpsons
matrix gandalf frodo hobbit hogwarts harrypotter voldemort gryffindor slytherin skywalker darthvader yoda minecraft
fortnite zelda mario sonic naruto pikachu warcraft diablo
killer hunter ranger sniper warrior ninja samurai pirate viking knight phoenix thunder lightning storm blaze
whatever nothing something anything everything everyone someone nobody myself yourself
orange banana cherry apple peach strawberry pumpkin peanut pepper ginger coffee cheese pizza burger
black white green yellow purple blue orange silver pink
azerty qwerty qwertz asdf zxcv qazwsx abcd aabb
loulou doudou chouchou soleil amour chocolat nicolas camille juliette marseille toulouse bretagne france
كلمةالسر كلمةالمرور كلمةسر مرور سري محمد احمد أحمد علي الله حبيبي احبك مرحبا السلامعليكم بسمالله الحمدلله سلام
one two three four five six seven eight nine zero first last best good great super mega ultra cool
`

const phrases = `
correct horse battery staple
the quick brown fox jumps over the lazy dog
the quick brown fox
jumps over the lazy dog
portez ce vieux whisky au juge blond qui fume
voix ambigue d un coeur
to be or not to be
to be or not to be that is the question
may the force be with you
i am your father
live long and prosper
winter is coming
you shall not pass
one ring to rule them all
open sesame
sesame ouvre toi
let me in please
please let me in
this is my password
this is a password
this is a long password
this is not a password
this is a secret
what is my password
i forgot my password
i forget my password
my password is password
my name is
your password here
enter your password
enter password here
choose a password
choose a good password
a very long password
a very secure password
a long passphrase
my secret password
my super secret password
super secret password
super secure password
secret password
never gonna give you up
you will never walk alone
you ll never walk alone
we are the champions
we will rock you
all you need is love
i will always love you
i love you forever
i love you so much
i love you more
i love my family
i love my wife
i love my mother
i love my children
love you forever
happy birthday to you
merry christmas
happy new year
god is good all the time
in god we trust
jesus is lord
jesus loves me
the lord is my shepherd
there is no god but allah
la ilaha illa allah
allahu akbar
life is beautiful
la vie est belle
la vida es bella
carpe diem
hakuna matata
je t aime pour toujours
je t aime mon amour
liberte egalite fraternite
allons enfants de la patrie
vive la france
god save the queen
god save the king
land of the free
home of the brave
e pluribus unum
we the people
four score and seven years ago
i have a dream
ask not what your country can do for you
it was the best of times
call me ishmael
once upon a time
a long time ago in a galaxy far far away
elementary my dear watson
houston we have a problem
just do it
think different
impossible is nothing
yes we can
make love not war
give peace a chance
war and peace
peace and security
united we stand
nothing is agreed until everything is agreed
point of order
head of delegation
note verbale
chatham house rule
rules of procedure
rolling text
first planning conference
initial planning conference
main planning conference
final planning conference
force generation conference
tessary stabilisation force
unclassified and controlled unclassified
change me please
change me now
temporary password
default password
initial password
new password
administrator password
welcome to the conference
welcome to plenary
password for plenary
plenary password
lorem ipsum dolor sit amet
consectetur adipiscing elit
supercalifragilisticexpialidocious
antidisestablishmentarianism
floccinaucinihilipilification
anticonstitutionnellement
donaudampfschifffahrtsgesellschaft
`

/** Every entry as the rule compares it: lower case, letters and digits only. */
export const commonPasswords: ReadonlySet<string> = new Set(
  [...words.split(/\s+/), ...phrases.split('\n')].map(compact).filter((entry) => entry.length >= 3),
)

/** The 49,000 commonest passwords of known breaches, which the package carries: nothing is asked of anybody outside. */
export const breachedPasswords: ReadonlySet<string> = new Set(
  dictionary['passwords-common'].map((entry) => compact(String(entry))).filter((entry) => entry.length >= 4),
)
