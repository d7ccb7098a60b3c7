//! "Did you mean …?": the known name nearest to a mistyped one. The door to `strsim`.

/// The candidate that is most like `name`, if one is like enough to be what was meant.
/// Equal likeness goes to the candidate that comes first.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = name.to_lowercase();
    let most_slips = (wanted.chars().count() / 3).max(1);
    let mut best = None;
    for candidate in candidates {
        // Each slip adds or drops one character at most; the rest need no closer look.
        if candidate.len().abs_diff(wanted.len()) > 4 * most_slips {
            continue;
        }
        let candidate_lower = candidate.to_lowercase();
        let likeness = strsim::jaro_winkler(&wanted, &candidate_lower);
        let slips = || strsim::osa_distance(&wanted, &candidate_lower);
        if likeness > best.map_or(LIKE_ENOUGH, |(likeness, _)| likeness) && slips() <= most_slips {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Below this, and with more than one slip in three letters, suggestions on real documentation were more often noise than help.
const LIKE_ENOUGH: f64 = 0.8;

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_its_word_and_another_word_finds_nothing() {
        let keys = ["title", "description", "weight", "tags"];
        assert_eq!(nearest("descripton", keys), Some("description"));
        assert_eq!(nearest("Title", keys), Some("title"));
        assert_eq!(nearest("zebra", keys), None);
        assert_eq!(nearest("fiddle", ["ddl"]), None);
    }
}
