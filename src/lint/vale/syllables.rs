//! How many syllables an English word has, by its spelling: groups of vowels, corrected by endings and known exceptions.
//!
//! Entry point: [`syllables`]. The rules are those of the readability library that Vale uses, so that scores agree.

/// Counts the syllables of one word.
pub fn syllables(word: &str) -> i32 {
    match word.chars().count() {
        0 => return 0,
        1 | 2 => return 1,
        _ => {}
    }
    let word = word.to_lowercase();
    if let Some((count, _)) = KNOWN.iter().find(|(_, words)| words.split(' ').any(|known| known == word)) {
        return *count;
    }
    let (rest, prefix) = without(&word, PREFIXES, |word, prefix| word.strip_prefix(prefix));
    let (rest, suffix) = without(rest, SUFFIXES, |word, suffix| word.strip_suffix(suffix));
    let text = rest.as_bytes();
    let count = prefix + suffix + count(text, &["V+"]) - count(text, ONE_LESS) - i32::from(ends_silent(text))
        + count(text, ONE_MORE_AT_END)
        + count(text, ONE_MORE)
        + count(text, ONE_MORE_INSIDE)
        + count(text, &["[^s]ia"]);
    count.max(1)
}

const KNOWN: &[(i32, &str)] = &[
    (2, "abed adieu cafe cafes chile chloe circe jesse jukebox maybe people shoreline daphne phoebe zoe"),
    (3, "abare acreage adame adobe apache coyote forever karate machete recipe sesame simile syncope tamale euterpe"),
    (
        4,
        "abalone abruzzese abbruzzese anemone aphrodite apostrophe ariadne calliope catastrophe epitome facsimile \
         gethsemane guacamole hyperbole yosemite eurydice hermione penelope persephone",
    ),
    (5, "aborigine aborigines"),
];

/// What may stand before a word, with its syllables.
const PREFIXES: &[(i32, &str)] = &[
    (
        2,
        "above anti ante counter hyper afore agri infra intra inter over semi ultra under extra dia micro mega kilo \
         pico nano macro",
    ),
    (1, "un fore ware none non out post sub pre pro dis side"),
];

/// What may stand behind a word, with its syllables.
const SUFFIXES: &[(i32, &str)] = &[
    (3, "ology ologist onomy onomist"),
    (2, "fully berry woman women"),
    (
        1,
        "ly less some ful er ers ness cian cians ment ments ette ettes ville villes ships ship side sides port ports \
         shire shires tion tioned",
    ),
];

/// Groups of vowels that are fewer syllables than they look. `V` is a vowel, `C` is none, `E` a vowel but `y`, `D` none
/// of these; `K` and `S` are the sounds of [`BEFORE_ED`] and [`BEFORE_ES`].
const ONE_LESS: &[&str] = &[
    "cial", "cia$", "tia", "cius", "cious", "Dgiu", "VCion", "iou", "sia$", "eous$", "[oa]gue$", ".Q+ed$", ".ely$",
    "^jua", "uai", "eau", "^busi$", "VKed$", "VSes$",
];

const ONE_MORE_AT_END: &[&str] = &[
    "Cier$",
    "Ciest$",
    "Ciet$",
    "[aeiouym]bl$",
    "eo$",
    "ism$",
    "asm$",
    "thm$",
    "dnt$",
    "uity$",
    "dea$",
    "gean$",
    "oa$",
    "ua$",
    "eing$",
    "eings$",
    "Vse[rsd]$",
    "Vshe[rsd]$",
];

const ONE_MORE: &[&str] = &["[^gq]uaD", "EEE", "^ia", "^mc", "^coa[dglx]."];

const ONE_MORE_INSIDE: &[&str] =
    &["Dy[ae]", "[^l]lien", "riet", "dien", "iu", "io", "ii", "uen", "real", "iell", "eoD", "EyE"];

const BEFORE_ED: &str =
    "b c ch dg f g gh gn k l lch ll lv m mm n nc ng nch nn p r rc rn rs rv s sc sk sl squ ss th v y z";

const BEFORE_ES: &str = "b ch d f gh gn k l lch ll lv m mm n nch nn p r rn rs rv s sc sk sl squ ss st t th v y";

const BEFORE_E: &str =
    "b c ch d dg f g gh gn k l ll lv m mm n nc ng nn p r rc rn rs rv s sc sk sl squ ss st t th v y z";

/// `[aeiouy]` and a consonant before an `e` at the end: the `e` is silent.
fn ends_silent(text: &[u8]) -> bool {
    text.strip_suffix(b"e").is_some_and(|rest| {
        BEFORE_E.split(' ').any(|sound| rest.strip_suffix(sound.as_bytes()).is_some_and(ends_with_vowel))
    })
}

fn ends_with_vowel(text: &[u8]) -> bool {
    text.last().is_some_and(|letter| b"aeiouy".contains(letter))
}

fn without<'a>(
    word: &'a str,
    parts: &[(i32, &str)],
    strip: impl Fn(&'a str, &str) -> Option<&'a str>,
) -> (&'a str, i32) {
    let mut all = parts.iter().flat_map(|(count, words)| words.split(' ').map(move |part| (part, *count)));
    all.find_map(|(part, count)| strip(word, part).map(|rest| (rest, count))).unwrap_or((word, 0))
}

/// How often one of the patterns matches, matches apart from each other.
fn count(text: &[u8], patterns: &[&str]) -> i32 {
    let mut count = 0;
    let mut at = 0;
    while at <= text.len() {
        match patterns.iter().find_map(|pattern| end_of_match(pattern.as_bytes(), text, at)) {
            Some(end) => {
                count += 1;
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    count
}

/// Where a match of a pattern that begins at a place ends.
fn end_of_match(pattern: &[u8], text: &[u8], at: usize) -> Option<usize> {
    let Some((first, rest)) = pattern.split_first() else { return Some(at) };
    match first {
        b'^' => return if at == 0 { end_of_match(rest, text, at) } else { None },
        b'$' => return (at == text.len()).then_some(at),
        b'K' | b'S' => {
            let sounds = if *first == b'K' { BEFORE_ED } else { BEFORE_ES };
            let mut starting = sounds.split(' ').filter(|sound| text[at..].starts_with(sound.as_bytes()));
            return starting.find_map(|sound| end_of_match(rest, text, at + sound.len()));
        }
        _ => {}
    }
    let (class, rest) = match first {
        b'[' => {
            let end = rest.iter().position(|byte| *byte == b']')?;
            (&rest[..end], &rest[end + 1..])
        }
        _ => (&pattern[..1], rest),
    };
    text.get(at).filter(|letter| is_in(**letter, class))?;
    match rest.split_first() {
        // `Q+` is two letters or more, `V+` one or more; both as many as can be.
        Some((b'+', rest)) => {
            let least = if class == b"Q" { 2 } else { 1 };
            let most = text[at..].iter().take_while(|letter| is_in(**letter, class)).count();
            (least..=most).rev().find_map(|length| end_of_match(rest, text, at + length))
        }
        _ => end_of_match(rest, text, at + 1),
    }
}

fn is_in(letter: u8, class: &[u8]) -> bool {
    match class {
        b"." => true,
        b"V" => b"aeiouy".contains(&letter),
        b"C" => !b"aeiouy".contains(&letter),
        b"E" => b"aeiou".contains(&letter),
        b"D" => !b"aeiou".contains(&letter),
        b"Q" => !b"aeiuoycgltdb".contains(&letter),
        [b'^', others @ ..] => !others.contains(&letter),
        _ => class.contains(&letter),
    }
}

#[cfg(test)]
mod tests {
    use super::syllables;

    #[test]
    fn words_have_the_syllables_that_readability_scores_count() {
        let words = [
            ("a", 1),
            ("the", 1),
            ("code", 1),
            ("running", 2),
            ("documentation", 5),
            ("jumped", 1),
            ("created", 2),
            ("special", 2),
            ("people", 2),
            ("hyperbole", 4),
            ("biology", 4),
            ("interesting", 4),
            ("simile", 3),
            ("dishes", 2),
        ];
        for (word, count) in words {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}
