//! What headings must know of English: small words, and whether a word after "to" is a verb.
//!
//! It must not know headings.

/// Articles, conjunctions and the prepositions of three letters or fewer.
pub const SMALL: &str = "\
    a an and as at but by en for if in nor of on or per the to v v. via vs vs.";

/// The longer ones, which Chicago writes small as well.
pub const PREPOSITIONS: &str = "\
    about above across after against along among around before between beyond concerning despite down during \
    following from including into near over since through throughout towards under until upon with within without";

/// The word is one of a list.
pub fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|other| other == word)
}

/// A "to" before a noun is a preposition, before a verb it is not. Vale asks a tagger; a list of the words that are no
/// nouns, and of the verbs that headings use, is right nearly as often.
pub fn reads_as_noun(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let other = word.is_empty()
        || word.starts_with(|c: char| c.is_ascii_digit())
        || word.ends_with("ly")
        || word.ends_with("ing");
    !other && ![NO_NOUNS, SMALL, VERBS].iter().any(|list| is_in(list, &word))
}

const NO_NOUNS: &str = "\
    all another any both each either every her him his it its me my no not other our some that their them these this \
    those us what which who whom whose you your one two three first second third new old more many";

const VERBS: &str = "\
    access add allow apply ask assign attach avoid be become begin bring build buy call change check choose clean \
    clear clone close collect compare compile compute configure connect consider contain continue contribute control \
    convert copy count create customize debug define delete deploy describe design detect determine develop disable \
    display do download draw drink drop edit enable ensure enter evaluate execute expect explain explore export \
    extend fetch fill find fix follow format generate get give go grow handle have help hide identify implement \
    import improve include increase install integrate join keep know launch learn leave let limit list listen load \
    log look make manage measure merge migrate modify monitor move need obtain open optimize organize override parse \
    perform pick play prepare present prevent print process produce protect provide publish pull push put query read \
    rebuild receive recover reduce refer register release reload remove rename render replace report request reset \
    resolve restart restore retrieve return review rewrite rotate run save scale scan schedule search secure see \
    select send serve set share show sign solve sort specify start stay stop store submit subscribe support switch \
    sync take teach tell test think track train translate troubleshoot try turn type understand uninstall update \
    upgrade upload use validate verify view visit wait watch work write";
