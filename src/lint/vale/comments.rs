//! What a page says to the linter: `<!-- vale off -->`, `<!-- vale Style.Rule = NO -->` and the other forms.
//!
//! Entry points: [`Controls::read`] for each comment, [`Controls::silence`] for each finding.

use std::collections::BTreeMap;

/// What the comments of a page have said so far.
#[derive(Debug, Clone, Default)]
pub struct Controls {
    off: bool,
    /// A style, a rule, or a rule with a matched text in brackets → it is silent.
    silent: BTreeMap<String, bool>,
}

impl Controls {
    /// Takes in a comment, without its delimiters. `styles` are those of the file.
    pub fn read(&mut self, comment: &str, styles: &[String]) {
        let Some(said) = comment.trim().strip_prefix("vale ") else { return };
        match said {
            "off" => self.off = true,
            "on" => self.off = false,
            _ => {
                let Some((name, value)) = said.split_once(" = ") else { return };
                match name {
                    "style" | "styles" => {
                        self.silent.extend(styles.iter().map(|style| (style.clone(), true)));
                        self.silent.extend(value.split(", ").map(|style| (style.to_owned(), false)));
                    }
                    _ => self.switch(said),
                }
            }
        }
    }

    /// `Style.Rule["a match"] = NO`, `Style.Rule = YES`, `Style = off`.
    fn switch(&mut self, said: &str) {
        let Some((name, value)) = said.rsplit_once(" = ") else { return };
        let silent = matches!(value, "NO" | "off");
        if !silent && !matches!(value, "YES" | "on") {
            return;
        }
        let matches = name.strip_suffix(']').and_then(|name| name.split_once('['));
        match matches.filter(|_| matches!(value, "YES" | "NO")) {
            Some((rule, matches)) if rule.contains('.') => {
                let texts = quoted(matches).into_iter().map(|text| (format!("{rule}[{text}]"), silent));
                self.silent.extend(texts);
            }
            _ => drop(self.silent.insert(name.to_owned(), silent)),
        }
    }

    /// The rule, or its style, is silent.
    pub fn silence(&self, rule: &str) -> bool {
        let is_silent = |name: &str| self.silent.get(name).copied().unwrap_or(false);
        self.off || is_silent(rule.split('.').next().unwrap_or(rule)) || is_silent(rule)
    }

    /// The rule is silent for this matched text.
    pub fn silence_match(&self, rule: &str, matched: &str) -> bool {
        !self.silent.is_empty() && self.silent.get(&format!("{rule}[{matched}]")).copied().unwrap_or(false)
    }

    /// At the end of the page, every switch but `off` goes back: rules for whole files are not for parts of them.
    pub fn reset(&mut self) {
        self.silent.clear();
    }
}

/// The strings of a JSON list without its brackets; nothing where it is none.
fn quoted(list: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = list.trim();
    while let Some(inner) = rest.strip_prefix('"') {
        let mut text = String::new();
        let mut characters = inner.char_indices();
        let end = loop {
            match characters.next() {
                None => return Vec::new(),
                Some((at, '"')) => break at + 1,
                Some((_, '\\')) => match characters.next() {
                    Some((_, 'n')) => text.push('\n'),
                    Some((_, 't')) => text.push('\t'),
                    Some((_, other)) => text.push(other),
                    None => return Vec::new(),
                },
                Some((_, other)) => text.push(other),
            }
        };
        texts.push(text);
        rest = inner[end..].trim_start().trim_start_matches(',').trim_start();
    }
    if rest.is_empty() { texts } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::Controls;

    #[test]
    fn comments_switch_styles_rules_and_matches() {
        let mut controls = Controls::default();
        let styles = ["A".to_owned(), "B".to_owned()];
        let mut say = |comment: &str| {
            controls.read(comment, &styles);
            let rules = ["A.x", "A.y", "B.z"].map(|rule| if controls.silence(rule) { '-' } else { '+' });
            let matches = ["one", "two"].map(|text| if controls.silence_match("A.x", text) { '-' } else { '+' });
            rules.into_iter().chain(matches).collect::<String>()
        };
        assert_eq!(say("vale off"), "---++");
        assert_eq!(say(" vale on "), "+++++");
        assert_eq!(say("vale A = NO"), "--+++");
        assert_eq!(say("vale A = YES"), "+++++");
        assert_eq!(say("vale A.x = NO"), "-++++");
        assert_eq!(say("vale A.x = maybe"), "-++++");
        assert_eq!(say("vale A.x = YES"), "+++++");
        assert_eq!(say(r#"vale A.x["one","tw\"o"] = NO"#), "+++-+");
        assert_eq!(say(r#"vale A.x["one"] = YES"#), "+++++");
        assert_eq!(say("vale styles = B"), "--+++");
        assert_eq!(say("note to self"), "--+++");
    }
}
