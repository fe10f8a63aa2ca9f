"""The closed catalogue of diagnostic codes.

One member a code: its number, and in one line what it stands for. The long text, with a wrong and a
right example, is `templates/explain/HNNN.md`; a test holds the two together. Never a message: those
are written where the fault is found, with the user's own names in them.
"""

from __future__ import annotations

from enum import Enum


class Code(Enum):
    """What can be wrong, by number."""

    # H0xx syntax
    UNREADABLE = ("H001", "The file cannot be read as text")
    SYNTAX = ("H002", "A statement is not in the language")
    UNCLOSED = ("H003", "A bracket, a string or prose is never closed")
    TOO_DEEP = ("H004", "Brackets are nested too deeply")
    UNKNOWN_WORD = ("H005", "A word begins no statement here")
    NOT_BUILT_YET = ("H006", "A declaration is not built yet and is read over")
    MISPLACED_DOC = ("H007", "A doc stands in the wrong place, or twice")
    INCOMPLETE = ("H008", "A declaration lacks a part, or has one too many")
    WRONG_BLOCK = ("H009", "A statement stands in the wrong block")
    # H1xx names
    UNKNOWN_NAME = ("H101", "A name is not declared")
    DUPLICATE_NAME = ("H102", "A name is declared twice in one scope")
    RESERVED_NAME = ("H103", "A name cannot be used")
    AMBIGUOUS_NAME = ("H104", "A bare name is declared in several packages")
    BAD_HEADER = ("H105", "The header is missing, repeated or not first")
    UNKNOWN_LANGUAGE = ("H106", "The language number is not supported")
    BAD_VERSION = ("H107", "A version is not of the form 1.2.3")
    MISSING_USE = ("H108", "A used hologram does not exist")
    CYCLIC_USE = ("H109", "Holograms use each other in a cycle")
    UNREADABLE_USE = ("H110", "A used hologram cannot be read")
    NOT_EXPORTED = ("H111", "A used hologram does not declare the name")
    UNUSED_USE = ("H112", "What is used from another hologram is never named")
    WRONG_KIND = ("H113", "A name stands for another kind of thing")
    UNUSED_TERM = ("H115", "A term of the glossary is never mentioned")
    SIMILAR_TERMS = ("H116", "Two terms of the glossary are nearly the same")
    BROKEN_REFERENCE = ("H117", "A reference in prose leads nowhere")
    IMPURE_MODULE = ("H118", "A Python module is not among the pure ones")
    UNKNOWN_CODE = ("H120", "An `allow` names a code that does not exist")
    SAME_HOLOGRAM = ("H119", "Two files of one project declare the same hologram")
    IDLE_ALLOW = ("H121", "An `allow` silences nothing")
    UNCARRIED = ("H122", "Nothing carries a requirement out")
    UNSHOWN = ("H123", "Nothing shows a requirement")
    MISPLACED_CLAUSE = ("H126", "A statement cannot stand here")
    SEVERAL_BODIES = ("H127", "A function has more than one body")
    NO_PIPELINE = ("H128", "A flow has no pipeline")
    UNDEFINED_CALL = ("H129", "A contract calls what the hologram does not define")
    PORT_IN_EXPRESSION = ("H130", "An expression calls a port")
    PORT_NOT_TAKEN = ("H131", "A function uses a port that it does not take")
    PORT_UNUSED = ("H132", "A function takes a port and uses none of its functions")
    FAULT_NOT_LISTED = ("H133", "A fault is not among the errors of its port function")
    BAD_SCENARIO = ("H134", "A failure scenario cannot be run")
    ENDLESS_CALL = ("H135", "A definition calls itself without end")
    DEFAULT_ORDER = ("H136", "A parameter without a default follows one with a default")
    UNUSED_TYPE_PARAMETER = ("H137", "A type parameter is in no parameter's type")
    MISPLACED_WORD = ("H138", "A word of the language stands where it means nothing")
    ASYNC_IN_SYNC = ("H139", "A function that is not async uses an async one")
    EMPTY_LAW = ("H140", "A law says nothing")
    # H2xx types and expressions
    BAD_EXPRESSION = ("H201", "An expression is outside the subset")
    BROKEN_EXPRESSION = ("H202", "An expression cannot be read")
    BAD_TYPE = ("H203", "A type is outside the subset")
    LARGE_EXPRESSION = ("H204", "An expression is too long or nests too deep")
    FLOAT_EQUALITY = ("H205", "A float is compared for equality")
    IMPURE_EXPRESSION = ("H206", "An expression asks the clock")
    CALL_MISMATCH = ("H220", "A call does not fit the parameters")
    UNKNOWN_ATTRIBUTE = ("H221", "A value has no such field or member")
    TYPE_ARITY = ("H222", "A type has the wrong number of arguments")
    ENDLESS_TYPE = ("H223", "A type can have no value")
    WRONG_LITERAL = ("H224", "A value is not of the declared type")
    NEVER_EQUAL = ("H225", "Two values of these types never compare")
    TYPE_ERROR = ("H226", "Types do not fit")
    # H3xx contracts and examples
    UNFIT_VALUE = ("H301", "A constant or default does not fit its type")
    FALSE_EXAMPLE = ("H302", "An example is false")
    EXAMPLE_OUTSIDE = ("H303", "An example is outside the contract")
    EXAMPLE_CONTRADICTS = ("H304", "An example contradicts the contract")
    EXAMPLES_DISAGREE = ("H305", "Two examples contradict each other")
    UNDEFINED_CONTRACT = ("H306", "An expression of the contract is undefined for a valid input")
    BODY_BREAKS = ("H307", "A body said in the hologram breaks its contract")
    DEAD_ROW = ("H308", "A row of a table can never fire")
    OPEN_CASE = ("H309", "A table leaves a case open")
    EMPTY_CONTRACT = ("H310", "No input fulfils the `requires`")
    BROKEN_LAW = ("H311", "A law does not hold")
    BROKEN_SCENARIO = ("H312", "A failure scenario does not hold")
    SCENARIO_OUTSIDE = ("H313", "A failure scenario is outside the contract")
    WEAK_CONTRACT = ("H314", "A trivial body passes the whole contract")
    IMPOSSIBLE_RAISES = ("H315", "A `raises` can never happen")
    CONTRADICTION = ("H316", "A contract contradicts itself")
    FOREIGN_EXAMPLE = ("H317", "An example does not call its function")
    # H5xx tickets and budgets
    TICKET_TOO_LARGE = ("H501", "A ticket does not fit its budget")
    TICKET_CUT = ("H502", "A ticket leaves something out")
    # H6xx style
    LONG_FILE = ("H601", "A file holds more than one mind holds at once")
    TOO_LONG_FILE = ("H602", "A file is more than twice as long as one mind holds at once")
    NOT_IN_FORM = ("H603", "A hologram is not in its one form")
    # H7xx verification
    BODY_FORM = ("H701", "A body is not in the form that its ticket asks for")
    BODY_LINT = ("H702", "A body is wrong before it runs")
    EXAMPLE_BROKEN = ("H703", "An example is not true of a body")
    SEALED_BROKEN = ("H704", "A sealed example is not true of a body")
    SCENARIO_BROKEN = ("H705", "A failure scenario ends otherwise with a body")
    ENSURES_BROKEN = ("H706", "A body breaks what its function ensures")
    WRONG_ERROR = ("H707", "A body raises another error than its contract says, or none")
    WRONG_RESULT_TYPE = ("H708", "A body returns what does not fit its type")
    NOT_PLAIN_DATA = ("H709", "A body returns what is no plain data")
    ARGUMENT_CHANGED = ("H710", "A body changes an argument")
    NOT_REPEATABLE = ("H711", "A body gives two answers to one input")
    ORACLE_DIFFERS = ("H712", "A body differs from what the hologram computes")
    UNDECLARED_EFFECT = ("H713", "A body calls a port function that it does not declare")
    LAW_BROKEN = ("H714", "A law does not hold with a body")
    NO_ANSWER = ("H715", "A body does not end, takes too much memory or ends its process")
    UNDEFINED_WHEN_JUDGED = ("H716", "A contract cannot be computed on a valid input")
    TOO_FEW_INPUTS = ("H717", "Too few valid inputs were found to judge by")
    BODY_OPEN = ("H718", "A body that is needed is still open")
    FAULT_BREAKS = ("H719", "A body breaks its contract when a port fails")
    EXAMPLE_SUSPECT = ("H725", "No candidate passes an example")
    # H8xx drift
    CHANGED_ALIKE = ("H801", "A body was changed by hand and keeps its contract")
    CHANGED_BREAKS = ("H802", "A body was changed by hand and breaks its contract")
    HOLOGRAM_MOVED = ("H803", "The hologram says something else since the body was accepted")
    BOTH_MOVED = ("H804", "Hologram and body were both changed")
    SIGNATURE_CHANGED = ("H805", "A signature was changed by hand")
    FUNCTION_GONE = ("H806", "A function is gone from the package")
    FUNCTION_EXTRA = ("H807", "The package holds a function that the hologram does not know")
    LEFT_OVER = ("H808", "The package holds what the hologram no longer says")
    FUNCTION_MOVED = ("H809", "A function stands elsewhere than the hologram says")
    GENERATED_EDITED = ("H810", "What Holo writes around the bodies was changed by hand")
    TESTS_EDITED = ("H811", "A generated test was changed by hand")
    GENERATED_OLD = ("H812", "Types or public names are not as the hologram says")
    LOCK_ALONE = ("H813", "The lock vouches for what is nowhere")
    UNVOUCHED = ("H814", "A body stands that nothing vouches for")
    CHANGED_UNJUDGED = ("H815", "A changed body could not be judged")
    # H9xx configuration and environment
    SURROUNDINGS = ("H901", "A tool, a file or the system refuses")
    BAD_CONFIG = ("H902", "The configuration is missing or wrong")
    BAD_INPUT = ("H903", "What a command names does not exist or cannot be read")
    BAD_LOCK = ("H904", "The lock cannot be used")
    BAD_JOURNAL = ("H905", "The journal cannot be used")
    BAD_RECORDING = ("H906", "A recording cannot be used")
    BUSY = ("H907", "Another build works in the project")
    BAD_FILE = ("H908", "A body file cannot be read")
    NO_MODEL = ("H909", "A model cannot be asked")
    WRONG_USE = ("H910", "A command is used for what it cannot do")
    NOT_RUN_HERE = ("H911", "A model's body is not run where the walls are weak")
    NO_LEASE = ("H912", "A ticket is in other hands")

    def __init__(self, number: str, title: str) -> None:
        """Keep number and title as attributes."""
        self.number = number
        self.title = title

    def __hash__(self) -> int:
        """Hash by number; the default hashes the whole value each time."""
        return hash(self.number)
