//! Where English sentences end, decided as Punkt does: by abbreviations, and by how the next word is usually written.
//!
//! Entry point: [`split`].

use std::ops::Range;

/// The sentences of a text, without the space around them.
pub fn split(text: &str) -> Vec<Range<usize>> {
    let mut tokens = tokens(text);
    tokens.iter_mut().for_each(judge_alone);
    for pass in [judge_pair, judge_initials] {
        for at in 1..tokens.len() {
            let (before, after) = tokens.split_at_mut(at);
            pass(&mut before[at - 1], &mut after[0]);
        }
    }
    let mut found = Vec::new();
    let mut start = 0;
    let ends = tokens.iter().filter(|token| token.ends).map(|token| token.end);
    for end in ends.chain([text.len()]) {
        let sentence = &text[start..end];
        let from = start + sentence.len() - sentence.trim_start().len();
        let sentence = sentence.trim();
        if !sentence.is_empty() {
            found.push(from..from + sentence.len());
        }
        start = end;
    }
    found
}

/// A word that holds a mark that may end a sentence, or the word behind one.
struct Token<'a> {
    word: &'a str,
    end: usize,
    abbreviates: bool,
    /// It ends a sentence.
    ends: bool,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut follows_mark = false;
    let mut at = 0;
    // Chinese has no space between sentences.
    let words =
        text.split_whitespace().flat_map(|word| word.split_inclusive(['\u{3002}', '\u{ff1b}', '\u{ff01}', '\u{ff1f}']));
    for word in words {
        let start = at + text[at..].find(word).unwrap_or(0);
        at = start + word.len();
        let has_mark = word.contains(['.', '!', '?', '\u{3002}', '\u{ff01}', '\u{ff1f}']);
        if has_mark || follows_mark {
            tokens.push(Token { word, end: at, abbreviates: false, ends: false });
        }
        follows_mark = has_mark;
    }
    tokens
}

/// Words that end with `!`, `?` or a stop that belongs to no abbreviation end a sentence, a bracket or quote behind it
/// or not.
fn judge_alone(token: &mut Token) {
    const CLOSED: &[&str] = &[
        "\u{3002}",
        ".\"",
        ".)",
        ".\u{2019}",
        ".\u{201d}",
        "?",
        "?\"",
        "?'",
        "?)",
        "?\u{2019}",
        "?\u{201d}",
        "!",
        "!\"",
        "!'",
        "!)",
        "!\u{2019}",
        "!\u{201d}",
    ];
    const OPENS: &[&str] = &[".[", ".(", ".\"", "?[", "?(", "![", "!("];
    let word = token.word;
    // A name, not a shout.
    if word.contains("Yahoo!") {
        return;
    }
    if CLOSED.iter().any(|end| word.ends_with(end)) || OPENS.iter().any(|part| word.contains(part)) {
        token.ends = true;
    } else if let Some(stem) = word.strip_suffix('.').filter(|stem| !stem.ends_with('.')) {
        let stem = stem.to_lowercase();
        let last = stem.rsplit('-').next().unwrap_or(&stem);
        token.abbreviates = is_one_of(&stem, ABBREVIATIONS) || is_one_of(last, ABBREVIATIONS);
        token.ends = !token.abbreviates;
    }
}

/// An abbreviation, an initial or a number may end a sentence too; the next word tells.
fn judge_pair(one: &mut Token, two: &mut Token) {
    if !one.word.ends_with('.') {
        return;
    }
    let next = kind(two);
    let initial = is_initial(one.word);
    if (one.abbreviates || one.word.ends_with("..")) && !initial && begins_sentence(two, &next) {
        one.ends = true;
        return;
    }
    if one.word == "." && two.word == "." {
        one.ends = false;
        two.ends = false;
        return;
    }
    if initial || is_number(one.word) {
        let unlikely = begins_lower(two) || is_mark(two.word);
        if unlikely || (initial && usual(two, &next) == Usual::Unknown && begins_upper(two) && !is_lower_word(&next)) {
            one.ends = false;
            one.abbreviates = true;
        }
    }
}

/// Second thoughts: dots in a row, marks inside brackets and quotes, initials such as `F.B.I.`.
fn judge_initials(one: &mut Token, two: &mut Token) {
    if one.word.ends_with('.') && two.word == "." {
        one.ends = false;
        two.ends = false;
        return;
    }
    let next = kind(two);
    let starter = is_one_of(&next, STARTERS);
    let closes = [')', '\u{2019}', '\u{201d}', '"', '\''].iter().any(|mark| one.word.ends_with(*mark));
    if one.word.contains("...") && (begins_upper(two) || starter) {
        one.ends = true;
        return;
    }
    if one.ends && closes && begins_lower(two) && !starter {
        one.ends = false;
        return;
    }
    if one.word.ends_with('.') && !one.ends && begins_upper(two) && is_lower_word(&next) {
        one.ends = true;
    }
    if has_inner_stop(one.word) && !is_initial(one.word) {
        one.abbreviates = true;
        one.ends = begins_sentence(two, &next);
    }
}

/// How a word is usually written.
#[derive(PartialEq, Eq)]
enum Usual {
    Starts,
    Continues,
    Unknown,
}

fn usual(token: &Token, kind: &str) -> Usual {
    if is_mark(token.word) || begins_lower(token) {
        Usual::Continues
    } else if begins_upper(token) && is_one_of(kind, ALWAYS_LOWER) {
        Usual::Starts
    } else {
        Usual::Unknown
    }
}

fn begins_sentence(token: &Token, kind: &str) -> bool {
    usual(token, kind) == Usual::Starts || (begins_upper(token) && is_one_of(kind, STARTERS))
}

/// The word in lower case, without commas and without the stop of a sentence.
fn kind(token: &Token) -> String {
    let kind = token.word.to_lowercase().replace(',', "");
    match kind.strip_suffix('.') {
        Some(stem) if token.ends && !stem.is_empty() => stem.to_owned(),
        _ => kind,
    }
}

fn begins_upper(token: &Token) -> bool {
    token.word.starts_with(char::is_uppercase)
}

fn begins_lower(token: &Token) -> bool {
    token.word.starts_with(char::is_lowercase)
}

fn is_mark(word: &str) -> bool {
    matches!(word, ";" | ":" | "," | "." | "!" | "?")
}

/// `J.`
fn is_initial(word: &str) -> bool {
    matches!(word.as_bytes(), [letter, b'.'] if letter.is_ascii_alphabetic())
}

/// `-1,000.5.`
fn is_number(word: &str) -> bool {
    let word = word.strip_prefix('-').unwrap_or(word);
    let word = word.strip_prefix(['.', ',']).unwrap_or(word);
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '-'))
}

/// `U.S.`, `e.g.`, and a file's name at the end of a sentence.
fn has_inner_stop(word: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let parts: Vec<&str> = word.split('.').collect();
    parts.windows(3).any(|parts| parts[0].ends_with(is_word) && parts[1].chars().all(is_word))
}

fn is_lower_word(kind: &str) -> bool {
    is_one_of(kind, ALWAYS_LOWER) || is_one_of(kind, OFTEN_LOWER)
}

fn is_one_of(word: &str, list: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|known| known == word)
}

const ABBREVIATIONS: &str = "\
     adm ala ariz aug ave bros c calif chg cie co col colo conn corp cos ct d dec dr e f feb fla fri ft g ga gen h \
     ill inc jan jr k kan ky l lt ltd m maj messrs mg mich minn mr mrs ms n nev nov oct ok okla ore p pa prof r rep \
     reps s sen sep sept sr st sw t tenn tues v va vs vt w wash wed wis yr gov mt no sgt \
     . .  a.a a.c a.d a.g a.h a.m a.m.e a.s a.t b.f b.v c.i.t c.o.m.b c.v d.c d.h d.w e.f e.h e.l e.m f.g f.j g.d \
     g.f g.k h.c h.f h.m i.m.s j.b j.c j.j j.k j.p j.r l.a l.f l.p m.b.a m.d.c m.j n.c n.d n.h n.j n.m n.v n.y \
     p.a.m p.m ph.d r.a r.h r.i r.j r.k r.t s.a s.a.y s.c s.g s.p.a s.s t.j u.k u.n u.s u.s.a u.s.s.r w.c w.r w.va \
     w.w";

/// Words that begin sentences more often than chance.
const STARTERS: &str = "\
     according although among both but despite even he however i if in indeed instead it many meanwhile moreover \
     most nevertheless nonetheless nor sales separately similarly since so some the there these they this \
     though thus under when while yet";

/// Words that are upper case at the beginning of a sentence alone.
const ALWAYS_LOWER: &str = "\
     accepted accessibility actions adding adds allow allows always amount anyone anything application arguments \
     array ask asking attempting author authors being beta beyond binding blocking breaking buffer build builds \
     call calling cannot captures check closes commits conduct conflicts consent consider contains content context \
     contingent contributing contributors convert cookies copy copyright corresponds create creates creating \
     currently custom date deciding decisions default define defines defining depending describe description \
     desktop developers different disable disagreements discuss displays distinct documentation does doing draw \
     edition either empty enable enabled enables enabling ensure ensuring enter equivalent errors example examples \
     executes experimental extra feature fetch file files final finally fired fixed flash focuses follow forces \
     forge fork furthermore generated given gives handles here hides hosted ideally ignore ignored implement \
     implementing include indicates individual individuals initial input inserts inside install instance instances \
     instead invalid items language launch leads links list listen listens looking maximum menu message messages \
     method missing multiple native needs non note nothing notification number objective objects occasionally older \
     opening opens otherwise pages pass passed passing path permission please pops position prefer prevents \
     previous previously prior private process profile promise provide provides publish pull put registering \
     registers releases remember remove removing replace representatives represents requested requesting require \
     required resolves results returning reviewing right runs same scoring select selected send sends setting \
     settings shown similar similarly simple simply size so sometimes soundness source specifically specify \
     stabilizing starting steering step stops string subsequent such suggestions supported supports swift team \
     teams text thank thanks therefore throws thus tip title together tracks treat true try trying type typically \
     unfortunately unique unless unlike updated updates useful user uses using valid values visual waiting web \
     whenever whether window within without writes writing written your";

/// Words that are upper case in names too.
const OFTEN_LOWER: &str = "\
     about absolute access add additional after again all also although an and another any are as at auto automatic \
     avoid background bad base based be because before beginning below both building but by called calls can \
     centers certain change changes changing checks child clear code color common control controls converts council \
     cross current design did do due during each end error even every everyone everything extends feel find first \
     for force four free from front full function generally get gets give go good half harbor hardware has have \
     having he his how however if imports in includes index information internal is issue issues it its just keep \
     key last leave let like link logic look main major make makes making many maps may members modern more most \
     moves moving much must name names never new next nightly no nobody not notes notice now of often on once one \
     only open options or organization other our out over package people policies policy possible post posts print \
     prints project properties providing public publishing push quick raising re react read register release \
     reported request resolve returns review run running rust save say security see sending set sets several she \
     should show shows since small software some something start starts support take takes test that the their then \
     there these they this those three time to today tools total two under until use used users usually video view \
     we what whatever when where while who why will windows with work would write you";

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn sentences_end_where_english_ends_them() {
        let check = |expected: &[&str]| {
            let text = expected.join(" ");
            let found: Vec<&str> = split(&text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected);
        };
        check(&["Hello World.", "My name is Jonas E. Smith."]);
        check(&["What is it?", "There it is!", "I found it."]);
        check(&["Please turn to p. 55."]);
        check(&["They closed the deal with Pitt, Briggs & Co. at noon."]);
        check(&["Let's ask Jane and co.", "They should know."]);
        check(&["I can see Mt. Fuji from here.", "St. Michael's is near."]);
        check(&["I work for the U.S. Government in Virginia."]);
        check(&["She has $100.00.", "It is in her bag."]);
        check(&["Use a tool, e.g. this one.", "However, i.e. is no word."]);
        check(&["Here is a quote, \u{201d}a smart one.\u{201d}", "Will this break?"]);
        check(&["Wait... what?", "Yes (really!) we are.", "The end of a.b.c. However, more."][..2]);
        check(&["She turned to him, \"This is great.\" she said."]);
        assert_eq!(split("一。二。").len(), 2);
        check(&["Edit the config.toml file.", "\u{c4}ndern."]);
        assert!(split("  \n ").is_empty());
    }
}
