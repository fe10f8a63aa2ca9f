"""Frequent words that the tokenizer knows whole, for `tokens.at_most` alone.

Data, held to the tokenizer by a test; nothing is worked out here.
"""

from __future__ import annotations

from typing import Final

WORDS: Final = frozenset(
    """
    ability able abort about above abs absolute abstract acc access account act action actions activate active acts
    actual actually ada adaptive add added adding addition additional addr address addresses adds adjust advance
    advanced affected after again age agent agree ahead alarm alert alg alias align aligned alignment alive all allocate
    allocated allocation allow allowed allows almost along alpha already also alt alter alternate alternative although
    always among amount amp analysis anchor and andre android ann annotation annotations anonymous another ansi answer
    answers any anything apart api app append apple application applications apply appointment apr arc arch are arg args
    argument arguments arm around array arrow art article artifact ascii aside ask asm ass assert assign assigned
    assignment associate associated ast async atom atomic attr attribute attributes attrs audio audit aug auth
    authenticate authenticated authentication author authors auto average avoid await aware away back backend background
    bad balance band bar bare base based bases basic basis bat baz beat because been before begin being below best beta
    better between big bill bin binary bind binding bio bit bitmap bits black blank block blocked blocking blocks blue
    bmp body bold bom book booking books bool boolean border both bottom bound bounds box boxes brace break broken brown
    browser budget buf buff buffer bug build built builtin business but bye byte bytes cache cached calc calculate
    calendar call callback called caller calling calls can cancel candidate cannot canonical cant cap caps capture care
    caret carry cart case cases cast cat catch categories category caught cause cell cent center central cert certain
    certificate cfg chain challenge chance change changed changes changing channel channels chap chapter char character
    characters chars charset chat check checked checker checking checks checksum child children choice choices choose
    chosen chr chunk chunks cipher circle city claim class classes classic clean cleanup clear cli click client clients
    clock clone close closed closest closing closure cls cmd cmp code codec codes coding col collapse collect collection
    collections collector colon color colors colour column columns com combine combined combo come coming comma command
    commands comment comments commit common comp compact compare comparison compat compatible compile compiled compiler
    complete completed completion complex component components compound compress compressed compression compute computed
    computer concat concept cond condition conditional conditions conf config configuration configure configured conn
    connect connected connecting connection connections connector consider console const constant constants constraint
    constraints construct construction constructor consult consume consumer contain contained container containers
    contains content contents context contexts continue contract contracts control controlled controls conv conversion
    convert converted converter cookie cookies copies copy copyright core corner correct cos cost could count counter
    counts course cover cpu cre create created criteria critical cross crypt css csv ctl ctrl ctx cur curr currency
    current currently custom customer cut cuts cycle cycles damage dance dash data database dataset date dates datetime
    day days dead deal debug dec decl declare decode decrypt deep def default defaults define defined defines definition
    definitions defs del delay delete deleted delivery delta demo den depend dependency dependent depending deployment
    deposit deprecated deps depth deque desc descr describe description descriptor design desired desktop dest
    destination destroy detail details detect dev device devices dialog dict dictionary did die diff difference
    different dig digest digit digits dir direct direction directory dirs dirty dis disable disabled discard discount
    disk disp dispatch display dist distance distributed distribution div dll dns doc docs doctor document does doing
    domain don done dont dos dot dots double down download draft draw drive driver drop drv dst duck due dummy dump dup
    duplicate during dynamic each early east easy echo edge edit editable editor edu effect effective effects egg eight
    either elapsed elem element elements else elt email embed embedded emit employee empty enable enabled enc encode
    encoded encoder encoding encrypt encrypted end ended ending ends eng engine english ensure enter entered entity
    entries entropy entry enum env environment epoch equal equals err error escape eval evaluate even event events ever
    every exact example examples exc excel except exception exceptions exchange exclude excluded exclusive exe exec
    execute execution executor exercise exist existing exists exit exp expand expanded expect expected expense
    experimental expire expired expires explicit export exports expr express expression ext extend extended extension
    extensions extent external extra extract extras eye face fact factor factory facts fail failed fails failure fair
    fake fall fallback falls false family fan far fashion fast fat fatal fault favor feature features feb fee feed
    feedback fetch few field fields figure file filename files fill filled filter filtered filters final find finder
    finding fine finish finished finite first fit fitness fits five fix fixed flag flags flat float floating floor flow
    flush fmt fold folder folders follow font foo for force forget fork form format formats formatted formatter former
    forms formula forward found foundation four frac fraction fragment frame frames framework fred free freeze frequency
    fresh fri friendly friends from front fuel full fully fun func function functional functions future games gamma gap
    gen general generate generated generation generator generic get gets getter getting gif git github give given giving
    glob global gone good google got grab grade grammar graph great greater green greg grey group groups grow grp hack
    had half hand handle handled handler handlers handles handling happy hard hardware has hash have having hdr head
    header headers heading heap height held hello help helper here hex hidden hide high higher hint his history hit hits
    hold holding hole home hook hooks hope horizontal host hour hours house how href html http https human hyper idea
    ideal ident identifier identify identity idle ids idx ignore illegal imag image immutable imp impl implement
    implementation implemented implicit import important imports inc include included includes including inclusive
    incoming incorrect increase increment indent index indexed indexes indicator indices individual inet inf infer info
    information init initial initialize inline inner inp input inputs insert inside inspect inst install installation
    instance instances instead instruction instructions int integer integration intel intent inter interaction
    interactive interesting interface interfaces intern internal international internet interpret interrupt intersection
    interval intl into intro ints inv invalid invalidate inventory inverse invert invoice invoke ipv iso issue item
    items iter iteration iterator its jack jan java jim job joe join journal json judge jul jump jun just keep kernel
    key keyboard keys keyword keywords kill kind know known label labels lambda lang language languages large largest
    last late later latest latin launch law layer layers layout lazy lead leader leading leaf learn least leave left
    legal len length less lesson let lets letter level levels lib libraries library license lie life like limit limited
    limits lin line linear lines link linked links lint linux list listed listen listing lists literal little live load
    loaded loader loading loads loan loc local locale localized located location locations lock locked locks log logged
    logging logic logical login logout long look looking looks loop loops lose loss lost lot lots low lower lst mac
    machine machines macro made mag magic mail main major make makes making mal man manage management manager manifest
    manual many map mapped mapping maps mar march margin mark marked marker markers marks marshal mask master match
    matched matcher matches matching math matrix matter max maximum may maybe mean media median mem member members memo
    memory merge merged message messages met meta metadata meth method micro mid middle million milliseconds mime min
    mind minus mirror misc miss missing mix mixed mock mod mode model models modern modified modifier modify mods module
    modules moment mon money monitor mono month more most mount move movement moves movie moving msg much mul multi
    multipart multiple multiply must mutable mutex name named names namespace nan native natural nature navigation near
    need neg nested net network never new news next nice nick nil nine node nodes noise non none nor norm normal not
    notation note notes nothing notice notify nov now nth null num number numbers numeric obj object objects objs oct
    odd off offer offers official offline offset often oid okay old older once one only opaque opcode open opened
    opening operand operate operation operations operator operators ops opt optimization option optional options opts
    oracle ord order ordered ordering orders ordinal org orig origin original other others our out outer outline
    outlined output outputs outside over overall overflow override overview overwrite own owner pack package packed
    packet pad padding page pager pages paging paid paint pair pairs paragraph parallel param parameter parameters
    params parent parents parse parsed parser part parts party pass passed passing password past pat patch path paths
    patient pattern pay payload payment pdf peer pem pending pep per percent percentage perf perform performance
    performed perhaps period perm permission permissions permit persistent person pet phase phil phrase physical pick
    picture pictures pid piece pieces ping pins pipe pipeline pkg place placed placement places plain plan platform play
    player please plural plus point pointer points policy poll pool poor pop port portable ports pos position positions
    positive post potential pow power practice pre prec predicate prefer preferred prefix prepare prepared present
    preset press pretty prev prevent previous price prime print printed printer printing prior priority private problem
    proc procedure process processed processing processor produce producer product prof profile prog program progress
    project projects prompt proof proper properties property protect protected proto protocol prototype provide provided
    provider providers proxy pseudo public publish published pull pump pure purpose push put pwd python quad queries
    query question questions queue queued queues quick quiet quit quite quota quotation quote quoted quotes race raise
    raised raises ran rand random range ranges rare rate rather ratio raw reach read reader reading readonly reads ready
    real really reason received recent recipe recommended record recover recv red redo ref refer reference references
    reflect refs refund reg regex regexp region register registered registration registry regular reject rel release
    released reload rem remain remaining remember remote remove removed rename render rep repeat replace replacement
    reply report reported reports repository represent representation request requested requests require required
    requires res research reservation reserved reset resize resolution resolve resolved resource resources resp respect
    response responses rest restore result results resume ret retr retrieve retry return returned returns reuse rev
    reverse revision rewrite rgb rich rid right rights ring risk role room root rotate rotation round rounded route
    routine row rows rpc rule rules run runner running runs runtime safe salary salt sam same sample samples sampling
    sandbox sat save saved saving say scalar scale scaled scan scanner scenario sched scheduled schema scheme scope
    score screen script scripts search seat sec second seconds secret secs section sections secure security see seed
    seek seen segment select selected selection selector selectors self semi send sender sending sense sensor sent
    sentence sep separator seq sequence serial serialization serialize serialized series serve server servers service
    services session sessions set sets setter setting settings seven sha shadow shape share she shell shift shim ship
    ships short shot show side sig sigma sign signal signed silent simple simulation sin since single site six size
    sizes skip slash sleep slice slot slots slow small smith snapshot sock socket soft software sol solution solve some
    something sometimes soon sorry sort sorted sorting sound source sources south space spaces spam span spawn spec
    special specific specified speed spell spent split spread sql square src ssl stable stack stage stamp stand standard
    star start started starting starts startup stat state statement states static statistics stats status stay std stem
    step sticky still stmt stock stop storage store stored stores story str strategy stream streams strength stretch
    strict string strings strip strong struct structure stub student stuff style sub submit subs success such suffix
    suite sum summary sun super supplier support supported sure svg swap switch sym symbol sync syntax sys system
    systems tab table tables tabs tag tags tail take taken taking tar target task tasks tau tax tcp tell temp template
    templates temporary ten term terms test testing tests text texts than thank thanks that the them then there these
    they thin thing things think third this those though thought thread threads three threshold through throw throws thu
    thus ticket tickets ticks tie tim time timer times timestamp title titles tls tmp today todo tok token tokens too
    tool tools top topic total touch trace track tracker tracking tracks traditional trail trans transfer transform
    transition translate translated translation translations transparent transport trap travel tree trees trigger trim
    trip true trust trusted truth try trying tuple turn two txt typ type typed types udp uid uint uit unable unchecked
    under undo unexpected unicode uniform union unique unit units unix unknown unless unlock unsafe unset unsigned
    unsupported until unused update updated updates upon upper uri url urls usage use used user userid username users
    uses using usr usually utc utf util utilities utility utils uuid val valid validate validation vals value values van
    var variable variance variant vars vector vectors ver verb verification verified verify version very via vice video
    view viewer views virtual visible visit vista visual void von vote votes wait wake wal walk walking wall walls want
    wanted ward warehouse warm warn warning warnings was watch wave way ways weak web wed week weeks weight weighted
    weights welcome well went were west what whatever wheel when where whether which while white who whole why wide
    width wiki will win wind window windows winner wins wish with withdraw within without won word words work worked
    worker workers workflow working works world worth would wrap wrapped wrapper write writer writes writing written
    wrong xml yaml year years yellow yes yet yield you your zero zeros zip zone zones
    """.split()
)
"""One token after a space; at most two bare, with a capital, or after any one ASCII character that is no letter or digit."""

SPACED: Final = frozenset(
    """
    abbreviated absent accept acceptable accepted accepting accepts accessed accesses accessible accessor according
    accordingly accumulate accumulated accurate accurately acquire acquiring across adapted additionally additions
    adjusted advancing advantage advertising affect affects afterwards against agents agreed agreement agrees algorithm
    algorithms aliases alike allowing alone altered alternating alternatively alternatives ambiguity ambiguous analyze
    anew angle annotate annotated anymore anyone anyway anywhere apache appear appears appended applicable applied
    applies applying approach appropriate appropriately approximate approximation april arbitrary architecture archive
    archives aren argparse argv arising arithmetic arrange arrive ascending asked asks aspects assertion assignments
    assume assumed assumes assuming assumption assure asynchronous asyncio attached attacks attempt attempted attempting
    attempts automatic automatically avail available avoids backward backwards badly bail balancing basename became
    become becomes beginning begins behave behaves behavior behaviour behind believe belong belongs benefit beside
    besides beware beyond bigger blanks bodies bogus bootstrap bother boundaries boundary bounded brackets branch
    breaking breaks brief budgets buffered buffering buffers bugs building builds caches caching calculated calculates
    calculating calculation calculations calibrated callable callbacks callers came canceled candidates capabilities
    capability captured captures careful carefully carries casing catalogue catching caused causes caution ceil ceiling
    cellpadding cellspacing chmod circular clamp classify classname clause clauses cleaned cleared clears closer closes
    codecs coded collected collecting colspan combination combinations combining comes commented committed commonly
    communicate comparable compared compares comparing comparisons compatibility compilation compiling complement
    completely completing compliance compliant complicated comprehension compressor comps computation computations
    computes computing concatenate concrete concurrent conflict conflicting conflicts conform confused confusion
    conjunction connects consecutive consequential considered consist consistency consistent consisting consists
    constructed constructors constructs consumed consumes consuming containing contextual contiguous continuation
    continues continuous contributed contributor controlling convenience convenient convention conventions conversions
    converting converts copied copying coro coroutine correction correctly correspond corresponding corresponds corrupt
    costs couldn counted counting courtesy coverage covered covers cram crash creat creates creating creation credits
    ctypes cumulative customization customize customized cyclic daemon damages dangling datatype david daylight deadline
    dealing debugger debugging decide decides deciding decimal decimals decision decisions declaration declarations
    declared declares decoded decoder decoding decompress decorated decorator decorators decreased decreases deepcopy
    deeply defaultdict deferred defining delayed deletion delim delimiter denied denominator dependencies depends derive
    derived derives descendants described describes describing descriptions descriptors designed desirable despite
    destroyed destructor detach detached detailed detected detecting detection detects determine determined determines
    determining deterministic developed deviation diagnostic diagnostics diagram dialogue dictionaries didn differ
    differences differently differs difficult directions directly directories dirname disables disabling disagree
    discarded discussion dispatcher displayed displaying distinct distinguish distribute distributions divide division
    documentation documented documents doesn dotted doubling doubt drawn drift dropped dumb dumps duplicated duplicates
    dynamically earlier easier easily edges edited effectively efficiency efficient efficiently effort eggs elif
    eliminating elsewhere emitted emitter emulate enables enabling enclosed encounter encountered encounters encryption
    endian endings enhanced enough ensures ensuring entering enters entire entirely enumerate enums environ equality
    equally equiv equivalent errmsg errno errors escaped escapes especially essentially establish established estimate
    etree evaluated evaluates eventually everything everywhere evidence exactly examine examined exceed exceeded exceeds
    excl excludes excluding exclusively executable executed executes executing exhausted existence existent exited
    exiting exits expansion expectations expects expensive explain explained explanation explicitly exponent exported
    exposed expressed expressions extends extensive extracted extracting extraction extracts extreme failing failures
    fairly falling familiar fancy faster fastest faults fewer fifo filenames filepath filesystem filling fills finally
    findings finds fines fixes flatten flattened floats flows flushed fname followed following follows forbid forbidden
    forces foreign forever forks formatting formed fourth fractional fractions frozen fulfil fullname funcs
    functionality functools funny further furthermore garbage gather generally generates generating generators getattr
    getenv getline getopt getters gettext gives globals glossary gmail goes going granted greatest greeting grouped
    grouping growing grows guarantee guaranteed guarantees guard guess gzip hacked handy happen happened happens harder
    harmless hasattr hashes hashing hashlib hasn haven heavily helpers helpful helps hence hereby heuristic hexadecimal
    hierarchy highest highlight hints historically hitting holders holds holo hopefully hostname however huge hypothesis
    identical identification identified identifiers identifies identifying ieee ignored ignores ignoring imaginary
    immediate immediately impedance implementations implementing implements implicitly implied implies imply imported
    importer importing impossible inclusion incompatible incomplete inconsistent incorrectly increases increasing
    incremental indefinitely indentation independent indexing indicate indicated indicates indicating indirect
    indirectly inferred infile infinite infinity informational informative inherit inheritance inherited initialization
    initialized initially initiate injected injection inplace insensitive inserted inserting insertion inserts insist
    inspecting inspired installed installs instantiate instantiated insufficient intact integers integral intended
    intentionally interact intercept interested interfere interior intermediate internally interpolation interpretation
    interpreted interpreter interrupted intervals intrinsic introduced invariant inverted invocation invoked invokes
    invoking involve involves ioctl isinstance issued issues issuing iterable iterate itertools itself james january
    joined judged judgement judges jumps junk keeping keeps kept keyed kinds klass knowledge knows kwargs lack lacks
    larger latter launcher launching laws leads leap leaves leaving leftover legacy lending lengths lent letters lexer
    liable libc licensed lies likely likewise limitations literally literals loans localhost locals locate longer
    longest looked lookup looping losing lowercase lowering lowest machinery magnitude mailbox mainly maintain
    maintained makers malformed managers manages managing mandatory manipulate manipulation manner manually mappings
    marc markdown marking markup matters maximal meaning meaningful meanings means meant measure measured measures
    mechanism meets mentioned mentions merely merges metavar methods michael microsoft might minimal minimize minimum
    minor minute minutes mismatch mistake mixing mkdir mmap modes modification modifications modifying modulo modulus
    monday months mostly moved multiline multiplication multiprocessing mutants mutate mutated mutually naive namespaces
    naming nargs narrow nbsp nearest nearly necessarily necessary needed needs negative negligence negotiation
    neighbours neither nesting newer newest newline newly nicer nobody noop noqa normalization normalize normalized
    normally notified nowhere numbering numerator obscure obsolete obtain obtained obvious occur occurred occurrence
    occurrences occurs offered offsets oldest omit omitted ones onto onwards opens operating opname opposite optimize
    optimized optionally ordinary oriented originally otherwise ourselves outcome outcomes outfile overhead overlap
    overlapping overlaps overloaded overridden overrides overriding overwritten owned packages padded parentheses parses
    parsing partial partially particular particularly parties partition passes passwd patched patches pathlib pathname
    patterns peek people performs permitted pertaining peter pickle pipes placeholder plaintext platforms plist pointing
    polling popped popping pops popular populate populated portion portions positional possibilities possibility
    possible possibly potentially pprint pragma preceded precedence preceding precision predefined preference prefixes
    prepend presence presented preserve preserved preserves preserving presumably pretend prevents previously primarily
    primitive printable prints probability probably problems proceed processes produced produces producing profiler
    profiling profits programmer programming programs propagate propagated properly proposed prose protection protocols
    provenance provides providing prune pthread publicity punctuation purely purposes pushed pushes puts quadratic
    qualified querying quickly quoting raising randint rarely rational ratios raymond reachable reached reaches reaching
    readable readers readline reasonable reasonably reasons receipt receive receives recently recognize recognized
    recommends reconstruct recorded recording records recurse recursion recursive recursively redefine redirect reduce
    reduces reduction redundant referenced referencing referring refers refuse refused refuses refusing regard
    regardless registering registers rejected rejects related relates relations relationship relative relatively
    releases relevant reliable relies rely remainder remains remembers removal removes removing renamed rendering reopen
    repeated repeatedly repeats replaced replaces replacing replay replies reporting repr representations represented
    representing represents reproduce requirement requirements requiring resets resolves resolving resort respective
    respectively responsibility responsible restores restrict restriction restrictions resulting resumes retain retained
    retrieved returning retval reused revealed reversed rewind rewritten riff roots roughly rounding rounds routines
    safely safety said sane sanitize sanity satisfy saves says scanned scanning scenarios schemes sealed searched
    searches seeded seeing seeking seeks seem seems sees selects semantics sends sensible sentences sentinel separate
    separated separately separating separators sequences sequential serves setattr setup several severity shall shallow
    shapes shared shelf shipped shortcut shorter shortest shorthand should shouldn showing shown shows shut shutdown
    shutil sides signals signature signatures significant signify silence silently similar similarly simpler simplest
    simplified simply simulate simulated simultaneously singular situation situations sixth sized skipped skipping skips
    slated slices slicing slightly slower smaller smallest smtp sockets solely somebody someone somewhat somewhere
    sophisticated sorts spans spawned speak speaks specialized specially specification specifies specify specifying
    specs speeding speeds splits sqlite sqrt stages stale stands starred statements stderr stdin stdout steps stereo
    stopped stopping stops storing straight strerror strictly stripped stripping strs structures subclass subclasses
    subject subprocess subsequent subsequently subset subst substitute substituted substitution substitutions substring
    subtle subtract subtraction subtype succeed succeeded succeeds successful successfully suck sufficient suggested
    suitable summaries summarize sums sunday superclass supplied supply supplying supporting supports suppose supposed
    suppress suppressed surroundings symbolic symbols synch syscall takes targets technique telling tells tempfile
    temporarily terminal terminate terminated terminating terse tested textbook their themselves theory therefore
    thereof thousands threading thrown timed timedelta timeout timezone timing tkinter together tokenize tokenizer told
    took topics toss toward towards traceback tracing traffic trailer trailing transforms translating treat treated
    trick tricks tried tries triggered triple triples trivial trunc truncate truncated trusts tuples turned turns twice
    typical typically typing uname unary unavailable unchanged unconditional undefined underlying underscore understand
    undocumented undone unfortunately unified uniformly unions uniquely universal unlike unlink unlocked unnecessary
    unpack unreachable unread unregister unrelated unspecified unwrap updating uppercase urllib usable useful usual
    valued variables variants varies various vary verbose verdict verifies versa versions violation volume voting waited
    waiting waits wants warranties warranty wasi wasm wasn waves weekday weren whatsoever whenever whereas whitespace
    whose wikipedia wildcard wink witness wording workaround worry worst wouldn wrappers wrapping wraps writable wrote
    yielded yielding yields yourself yyyy
    """.split()
)
"""One token after a space; nothing is said of them elsewhere."""
