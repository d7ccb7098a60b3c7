//! Verbs that documentation tells its readers to do something with.

/// What a word is, as far as a list can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    /// It is a verb wherever a command may stand.
    Sure,
    /// It may as well be a noun or an adjective: `build`, `open`.
    Perhaps,
}

/// What a word is; nothing where it is not known as a verb.
pub(super) fn verb(word: &str) -> Option<Verb> {
    let word = word.to_ascii_lowercase();
    let is_in = |list: &[&str], word: &str| list.binary_search(&word).is_ok();
    if is_in(SURE, &word) {
        return Some(Verb::Sure);
    }
    // `Pre-pull`, `auto-scale`: whatever stands before the hyphen.
    let last = word.rsplit('-').next().unwrap_or("");
    (is_in(PERHAPS, &word) || word.contains('-') && (is_in(SURE, last) || is_in(PERHAPS, last)))
        .then_some(Verb::Perhaps)
}

/// The verb that a word ending in `ing` is made of: `installing` gives `install`.
pub(super) fn base(word: &str) -> Option<String> {
    let word = word.to_ascii_lowercase();
    let stem = word.strip_suffix("ing")?;
    let mut ends = stem.chars().rev();
    let doubled = ends.next().filter(|last| ends.next() == Some(*last));
    let single = doubled.map(|last| stem[..stem.len() - last.len_utf8()].to_owned());
    // `setting` is of `set`, `installing` of `install`; `using` of `use`.
    let candidates = [Some(stem.to_owned()), single, Some(format!("{stem}e"))];
    candidates.into_iter().flatten().find(|candidate| verb(candidate).is_some())
}

/// In the order of the alphabet.
#[rustfmt::skip]
const SURE: &[&str] = &[
    "accept", "achieve", "acknowledge", "acquire", "activate", "adapt", "adjust", "agree", "allow", "amend",
    "analyse", "analyze", "annotate", "announce", "append", "apply", "approve", "arrange", "ask", "assemble",
    "assert", "assess", "assign", "attach", "authenticate", "authorise", "authorize", "automate", "avoid", "await",
    "beautify", "become", "begin", "boot", "bootstrap", "bring", "browse", "calculate", "capture", "carry",
    "categorize", "celebrate", "centralise", "centralize", "certify", "choose", "chunk", "clarify", "click",
    "collaborate", "collapse", "collect", "combine", "compare", "compile", "compose", "compress", "compute",
    "configure", "confine", "confirm", "connect", "consider", "consolidate", "construct", "consume", "containerise",
    "containerize", "continue", "contribute", "convert", "cordon", "correlate", "craft", "create", "ctrl-click",
    "customise", "customize", "deactivate", "decide", "declare", "decode", "decrease", "decrypt", "deduplicate",
    "define", "delegate", "delete", "demonstrate", "deploy", "deprecate", "dereference", "derive", "describe",
    "deselect", "destroy", "detach", "detect", "determine", "develop", "diagnose", "disable", "discard", "disconnect",
    "discover", "discuss", "distribute", "divide", "do", "double-click", "download", "drag-and-drop", "draw",
    "duplicate", "elevate", "eliminate", "embed", "emit", "enable", "encapsulate", "encode", "encrypt", "enforce",
    "enlarge", "enrol", "enroll", "ensure", "enter", "enumerate", "erase", "establish", "estimate", "evaluate",
    "evict", "examine", "exchange", "exclude", "execute", "expand", "explain", "explore", "expose", "extend",
    "facilitate", "familiarise", "familiarize", "finalise", "finalize", "find", "finish", "follow", "forget",
    "fulfil", "fulfill", "gather", "generate", "get", "give", "go", "grant", "grow", "harden", "hide", "identify",
    "illustrate", "implement", "improve", "include", "incorporate", "infer", "inform", "initialise", "initialize",
    "insert", "inspect", "install", "instantiate", "instruct", "instrument", "integrate", "interact", "intercept",
    "interpret", "introduce", "investigate", "invite", "invoke", "isolate", "keep", "learn", "left-click", "let",
    "locate", "log-in", "lower", "maintain", "make", "manage", "manipulate", "marshal", "maximise", "maximize",
    "migrate", "minimise", "minimize", "modify", "monitor", "mutate", "navigate", "negotiate", "nominate", "notify",
    "observe", "obtain", "offboard", "omit", "onboard", "optimise", "optimize", "orchestrate", "organise", "organize",
    "overcome", "overwrite", "parallelise", "parallelize", "parametrise", "parametrize", "parse", "perform", "permit",
    "persist", "pipe", "populate", "postpone", "prepare", "prepend", "preserve", "prevent", "prioritise",
    "prioritize", "pronounce", "propose", "protect", "prove", "provide", "provision", "prune", "publicise",
    "publicize", "publish", "put", "quantify", "re-run", "reach", "reassign", "reboot", "receive", "reclaim",
    "recommend", "recompile", "reconcile", "reconfigure", "reconnect", "recover", "recreate", "redefine", "redeploy",
    "redo", "reduce", "refactor", "refer", "reformat", "regenerate", "register", "reimplement", "reindex",
    "reinstall", "relate", "relocate", "rely", "remember", "remove", "render", "reorder", "replace", "replicate",
    "reply", "reposition", "represent", "reproduce", "request", "require", "rerun", "reschedule", "resize", "resolve",
    "respond", "restrict", "restructure", "resume", "retain", "rethink", "retrieve", "retry", "reuse", "reveal",
    "revise", "rewrite", "right-click", "rotate", "run", "save", "secure", "see", "select", "send", "separate",
    "serialise", "serialize", "serve", "set", "share", "simplify", "simulate", "solve", "specify", "speed", "spin",
    "ssh", "standardise", "standardize", "start", "stop", "store", "strengthen", "submit", "subscribe", "substitute",
    "suggest", "summarise", "summarize", "suppress", "surround", "suspend", "synchronise", "synchronize", "tailor",
    "tap", "tell", "terminate", "throttle", "toggle", "transcode", "transcribe", "translate", "truncate", "turn",
    "type", "unblock", "uncomment", "understand", "undo", "unify", "uninstall", "unmount", "unpack", "unpause",
    "unplug", "unregister", "unselect", "untar", "unzip", "update", "upgrade", "upload", "use", "utilise", "utilize",
    "validate", "verify", "visualise", "visualize", "wait", "write",
];

/// Words that are as often something else.
#[rustfmt::skip]
const PERHAPS: &[&str] = &[
    "abort", "access", "add", "address", "alias", "align", "archive", "assist", "attempt", "audit", "back", "back-up",
    "backup", "bake", "balance", "batch", "benchmark", "bind", "block", "book", "boost", "branch", "break", "bridge",
    "broadcast", "buffer", "build", "bump", "bundle", "bypass", "cache", "call", "cancel", "cast", "catch", "chain",
    "change", "charge", "chart", "chat", "check", "checkout", "clean", "cleanup", "clear", "clone", "close", "code",
    "color", "colour", "command", "comment", "commit", "communicate", "complete", "condition", "conduct", "contact",
    "control", "copy", "correct", "cost", "count", "cover", "crash", "cross", "cut", "dash", "debug", "default",
    "defer", "defrag", "delay", "deliver", "design", "detail", "diff", "direct", "dispatch", "display", "document",
    "draft", "drag", "drain", "drop", "dump", "echo", "edit", "email", "empty", "enclose", "end", "escape", "exit",
    "experiment", "export", "express", "extract", "factor", "fail", "feature", "feed", "fetch", "file", "fill",
    "filter", "fire", "fit", "fix", "flag", "flash", "flatten", "fold", "force", "fork", "form", "format", "forward",
    "frame", "free", "function", "fuse", "fuzz", "gate", "grab", "graph", "group", "guard", "guide", "handle", "hang",
    "head", "help", "highlight", "hold", "hook", "host", "hot-plug", "import", "increase", "indent", "index",
    "influence", "ingest", "inject", "input", "issue", "iterate", "join", "jump", "key", "kill", "label", "land",
    "launch", "layer", "lead", "leave", "level", "lift", "limit", "line", "link", "lint", "list", "listen", "live",
    "load", "localise", "localize", "lock", "log", "login", "logout", "look", "loop", "mail", "map", "mark", "mask",
    "match", "measure", "meet", "memoize", "merge", "mesh", "message", "mimic", "mirror", "mix", "mock", "model",
    "mount", "move", "multiply", "name", "need", "nest", "network", "note", "nudge", "offer", "offload", "open",
    "order", "outline", "output", "override", "own", "pack", "package", "pad", "page", "paint", "pair", "partition",
    "pass", "paste", "patch", "pause", "pick", "pin", "ping", "pivot", "place", "plan", "play", "plot", "plug",
    "point", "poll", "pool", "port", "post", "practice", "practise", "predict", "prefix", "present", "press",
    "preview", "print", "process", "produce", "profile", "program", "project", "promote", "prompt", "proxy", "pull",
    "purge", "push", "query", "queue", "quit", "raise", "range", "rank", "rate", "read", "rebase", "rebuild",
    "recall", "record", "recycle", "redirect", "reference", "refresh", "reject", "release", "reload", "remap",
    "rename", "repair", "repeat", "report", "rescue", "research", "reserve", "reset", "resource", "restart",
    "restore", "result", "retire", "return", "revert", "review", "revoke", "roll", "rollback", "root", "round",
    "route", "sample", "sandbox", "scaffold", "scale", "scan", "schedule", "scope", "screen", "script", "scroll",
    "seal", "search", "section", "seed", "segment", "service", "setup", "shape", "shard", "ship", "shorten", "show",
    "shrink", "shuffle", "shut", "shut-down", "shutdown", "sign", "signal", "silence", "size", "sketch", "skip",
    "sleep", "slice", "snap", "snapshot", "snooze", "sort", "source", "spawn", "split", "spread", "stack", "stage",
    "stamp", "startup", "stash", "state", "stay", "step", "stick", "stream", "stress", "string", "strip", "structure",
    "study", "style", "subclass", "sum", "supply", "support", "surface", "swap", "switch", "sync", "tag", "tail",
    "take", "talk", "target", "teach", "template", "test", "thank", "think", "tidy", "time", "touch", "trace",
    "track", "trade", "train", "transfer", "transform", "transition", "treat", "triage", "trigger", "trim",
    "troubleshoot", "trust", "try", "tune", "tunnel", "unit", "unload", "unlock", "value", "vary", "vendor",
    "version", "view", "visit", "vote", "walk", "warm", "warn", "wash", "watch", "weight", "whitelist", "wire",
    "withdraw", "work", "wrap", "yield", "zip", "zoom",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order_and_apart() {
        assert!(SURE.is_sorted() && PERHAPS.is_sorted());
        assert!(SURE.iter().all(|word| PERHAPS.binary_search(word).is_err()));
    }

    #[test]
    fn a_form_in_ing_knows_its_verb() {
        let found: Vec<Option<String>> = ["Installing", "using", "setting", "Debugging", "string"].map(base).into();
        assert_eq!(
            found,
            ["install", "use", "set", "debug"]
                .map(str::to_owned)
                .map(Some)
                .into_iter()
                .chain([None])
                .collect::<Vec<_>>()
        );
    }
}
