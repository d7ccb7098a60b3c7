//! From the dialect in which published rules write their patterns, that of .NET, to the one our engines read.
//!
//! Entry point: [`translate`]. The two differ in small things only: `[` and `-` within classes, `{` as a character, `$`
//! before a last line end, which characters may be escaped. It must not know rules, nor compile anything.

mod class;

/// A pattern that our engines read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translated {
    /// The same pattern in our dialect.
    pub pattern: String,
    /// It looks around or refers back: only the backtracking engine runs it.
    pub fancy: bool,
    /// Without what looks around: it matches from every place from which `pattern` does, and perhaps from more.
    pub relaxed: Option<String>,
    /// How many groups it captures.
    pub groups: usize,
    /// It sets a flag for whatever comes after it.
    pub leaks: bool,
    /// It refers back to a group by number.
    pub refers: bool,
}

/// Translates a pattern. The error says what cannot be read.
pub fn translate(pattern: &str) -> Result<Translated, String> {
    let mut translator = Translator {
        chars: pattern.chars().collect(),
        at: 0,
        out: String::with_capacity(pattern.len() + 16),
        relaxed: String::with_capacity(pattern.len() + 16),
        flags: Flags::default(),
        stack: Vec::new(),
        muted: 0,
        fancy: false,
        relaxable: true,
        groups: 0,
        leaks: false,
        refers: false,
        optional: Vec::new(),
        repeated: 0,
    };
    translator.run()?;
    translator.part_repeats();
    let Translator { out, relaxed, fancy, relaxable, groups, leaks, refers, .. } = translator;
    Ok(Translated { pattern: out, fancy, relaxed: relaxable.then_some(relaxed), groups, leaks, refers })
}

/// The pattern with its groups no longer captured: the keys of a substitution are themselves groups.
pub fn without_captures(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 8);
    let mut chars = pattern.chars().peekable();
    let (mut escaped, mut class) = (false, false);
    while let Some(c) = chars.next() {
        out.push(c);
        if escaped {
            escaped = false;
            continue;
        }
        match c {
            '\\' => escaped = true,
            '[' => class = true,
            ']' => class = false,
            '(' if !class && chars.peek() != Some(&'?') => out.push_str("?:"),
            _ => {}
        }
    }
    out
}

#[derive(Debug, Clone, Copy, Default)]
struct Flags {
    lines: bool,
    spaced: bool,
    named_only: bool,
}

struct Group {
    /// What the flags were before it.
    flags: Flags,
    /// Where it begins in the output, if it looks around.
    look: Option<usize>,
}

struct Translator {
    chars: Vec<char>,
    at: usize,
    out: String,
    relaxed: String,
    flags: Flags,
    stack: Vec<Group>,
    /// How many groups around here look around: nothing in them belongs to the relaxed pattern.
    muted: usize,
    fancy: bool,
    relaxable: bool,
    groups: usize,
    leaks: bool,
    refers: bool,
    /// Where in the output something ends that may be left out.
    optional: Vec<usize>,
    /// How many things stand at least once.
    repeated: usize,
}

impl Translator {
    fn run(&mut self) -> Result<(), String> {
        while let Some(c) = self.next() {
            match c {
                '\\' => self.escape()?,
                '[' => {
                    let class = self.class()?;
                    self.emit(&class);
                }
                '(' => self.open()?,
                ')' => self.close()?,
                '{' => match self.quantifier(self.at - 1) {
                    Some(quantifier) => self.repeat(quantifier),
                    None => self.emit("\\{"),
                },
                '}' => self.emit("\\}"),
                ']' => self.emit("\\]"),
                '*' | '+' | '?' => {
                    if let Some(quantifier) = self.quantifier(self.at - 1) {
                        self.repeat(quantifier);
                    }
                }
                '$' if !self.flags.lines => self.emit_fancy("(?=\\n?\\z)", ""),
                '#' if self.flags.spaced => while self.next().is_some_and(|c| c != '\n') {},
                c if self.flags.spaced && c.is_whitespace() => {}
                '#' => self.emit("\\#"),
                c => {
                    let mut buffer = [0; 4];
                    self.emit(c.encode_utf8(&mut buffer));
                }
            }
        }
        match self.stack.is_empty() {
            true => Ok(()),
            false => Err("a `(` is not closed".to_owned()),
        }
    }

    fn next(&mut self) -> Option<char> {
        let c = self.chars.get(self.at).copied();
        self.at += usize::from(c.is_some());
        c
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn skip(&mut self, text: &str) -> bool {
        let found = text.chars().enumerate().all(|(ahead, c)| self.peek(ahead) == Some(c));
        if found {
            self.at += text.chars().count();
        }
        found
    }

    fn emit(&mut self, text: &str) {
        self.emit_both(text, text);
    }

    fn emit_both(&mut self, text: &str, relaxed: &str) {
        self.out.push_str(text);
        if self.muted == 0 {
            self.relaxed.push_str(relaxed);
        }
    }

    fn emit_fancy(&mut self, text: &str, relaxed: &str) {
        self.fancy = true;
        self.emit_both(text, relaxed);
    }

    /// The quantifier that stands at `at`: how often at least, and how many characters it is written with.
    fn quantifier(&self, at: usize) -> Option<(u32, usize)> {
        let (least, mut length) = match self.chars.get(at)? {
            '*' | '?' => (0, 1),
            '+' => (1, 1),
            '{' => {
                let close = self.chars[at..].iter().position(|c| *c == '}')?;
                let inner: String = self.chars[at + 1..at + close].iter().collect();
                let (least, most) = inner.split_once(',').unwrap_or((&inner, ""));
                let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
                if least.is_empty() || !digits(least) || !digits(most) {
                    return None;
                }
                (least.parse().ok()?, close + 1)
            }
            _ => return None,
        };
        if self.chars.get(at + length) == Some(&'?') {
            length += 1;
        }
        Some((least, length))
    }

    /// Writes the quantifier whose first character was just read.
    fn repeat(&mut self, (least, length): (u32, usize)) {
        let end = self.at - 1 + length;
        let written: String = self.chars[self.at - 1..end].iter().collect();
        self.at = end;
        self.emit(&written);
        match least {
            0 => self.optional.push(self.out.len()),
            _ => self.repeated += 1,
        }
    }

    /// The backtracking engine reads `x+y?x+` as `x+(?:yx+)?`, which a single `x` satisfies; a look at nothing after the
    /// `y?` keeps it from doing so.
    fn part_repeats(&mut self) {
        if self.fancy && self.repeated > 1 {
            for at in self.optional.iter().rev() {
                self.out.insert_str(*at, "(?=)");
            }
        }
    }

    fn open(&mut self) -> Result<(), String> {
        let mut group = Group { flags: self.flags, look: None };
        if !self.skip("?") {
            self.groups += usize::from(!self.flags.named_only);
            self.emit(if self.flags.named_only { "(?:" } else { "(" });
        } else if self.skip("#") {
            while self.next().is_some_and(|c| c != ')') {}
            return Ok(());
        } else if self.skip(":") {
            self.emit("(?:");
        } else if self.skip(">") {
            self.emit_fancy("(?>", "(?:");
        } else if let Some(look) = ["=", "!", "<=", "<!"].into_iter().find(|look| self.skip(look)) {
            group.look = Some(self.out.len());
            self.fancy = true;
            self.muted += 1;
            self.out.push_str("(?");
            self.out.push_str(look);
        } else if self.skip("<") || self.skip("P<") || self.skip("'") {
            let mut name = String::new();
            loop {
                match self.next() {
                    Some('>' | '\'') => break,
                    Some(c) => name.push(c),
                    None => return Err("the name of a group is not closed".to_owned()),
                }
            }
            self.groups += 1;
            self.emit(&format!("(?P<{name}>"));
        } else if self.peek(0) == Some('(') {
            self.fancy = true;
            self.relaxable = false;
            // The condition reads as a group, but captures nothing.
            self.groups = self.groups.saturating_sub(1);
            self.emit("(?");
        } else {
            return self.flags(group);
        }
        self.stack.push(group);
        Ok(())
    }

    /// `(?im-s)` and `(?im-s:`.
    fn flags(&mut self, group: Group) -> Result<(), String> {
        let mut on = true;
        let (mut set, mut unset) = (String::new(), String::new());
        loop {
            match self.next() {
                Some('-') => on = false,
                Some('n') => self.flags.named_only = on,
                Some('x') => self.flags.spaced = on,
                Some(flag @ ('i' | 'm' | 's')) => {
                    if flag == 'm' {
                        self.flags.lines = on;
                    }
                    if on { set.push(flag) } else { unset.push(flag) }
                }
                Some(end @ (')' | ':')) => {
                    let minus = if unset.is_empty() { "" } else { "-" };
                    if end == ':' {
                        self.emit(&format!("(?{set}{minus}{unset}:"));
                        self.stack.push(group);
                    } else {
                        if !(set.is_empty() && unset.is_empty()) {
                            self.emit(&format!("(?{set}{minus}{unset})"));
                        }
                        self.leaks |= self.stack.is_empty();
                    }
                    return Ok(());
                }
                other => {
                    let other = other.map_or(String::new(), String::from);
                    return Err(format!("`(?{other}` begins no group that is known"));
                }
            }
        }
    }

    fn close(&mut self) -> Result<(), String> {
        let group = self.stack.pop().ok_or("a `)` closes nothing")?;
        self.flags = group.flags;
        self.emit(")");
        let Some(start) = group.look else { return Ok(()) };
        self.muted -= 1;
        // To look once is to look as often as one likes; to look never is not to look.
        if let Some((least, length)) = self.quantifier(self.at) {
            self.at += length;
            if least == 0 {
                self.out.truncate(start);
                self.optional.retain(|at| *at <= start);
            }
        }
        Ok(())
    }

    /// What follows a `\` outside a class.
    fn escape(&mut self) -> Result<(), String> {
        let Some(c) = self.next() else { return Err("the pattern ends in a `\\`".to_owned()) };
        match c {
            'b' | 'B' | 'w' | 'W' | 's' | 'S' | 'd' | 'D' | 'A' | 'z' => self.emit(&format!("\\{c}")),
            'p' | 'P' => {
                let property = self.property(c)?;
                self.emit(&property);
            }
            'Z' => self.emit_fancy("(?=\\n?\\z)", ""),
            'G' => {
                self.relaxable = false;
                self.emit_fancy("\\G", "");
            }
            '1'..='9' => {
                let mut number = String::from(c);
                while let Some(digit) = self.peek(0).filter(|c| c.is_ascii_digit()) {
                    number.push(digit);
                    self.at += 1;
                }
                self.refers = true;
                self.emit_fancy(&format!("(?:\\{number})"), "(?s:.*)");
            }
            'k' => {
                let close = match self.next() {
                    Some('<') => '>',
                    Some('\'') => '\'',
                    _ => return Err("`\\k` names no group".to_owned()),
                };
                let mut name = String::new();
                while let Some(c) = self.next().filter(|c| *c != close) {
                    name.push(c);
                }
                self.emit_fancy(&format!("\\k<{name}>"), "(?s:.*)");
            }
            c => {
                let c = self.character(c)?;
                let mut text = String::new();
                push_literal(&mut text, c);
                self.emit(&text);
            }
        }
        Ok(())
    }

    fn property(&mut self, p: char) -> Result<String, String> {
        let mut text = format!("\\{p}");
        if self.peek(0) != Some('{') {
            text.extend(self.next());
            return Ok(text);
        }
        while let Some(c) = self.next() {
            text.push(c);
            if c == '}' {
                return Ok(text);
            }
        }
        Err(format!("`{text}` is not closed"))
    }

    /// The one character that an escape means, in a class and outside.
    fn character(&mut self, c: char) -> Result<char, String> {
        Ok(match c {
            'x' if self.peek(0) == Some('{') => {
                self.at += 1;
                let mut text = String::new();
                while let Some(c) = self.next().filter(|c| *c != '}') {
                    text.push(c);
                }
                let code = u32::from_str_radix(&text, 16).ok().and_then(char::from_u32);
                code.ok_or_else(|| format!("`{text}` is the code of no character"))?
            }
            'x' => self.hexadecimal(2)?,
            'u' => self.hexadecimal(4)?,
            'a' => '\u{7}',
            'e' => '\u{1b}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\u{b}',
            'c' => {
                let letter = self.next().ok_or("`\\c` names no control character")?;
                char::from_u32(u32::from(letter.to_ascii_uppercase()) ^ 0x40).unwrap_or('\0')
            }
            '0'..='7' => {
                let mut code = c.to_digit(8).unwrap_or(0);
                for _ in 0..2 {
                    let Some(digit) = self.peek(0).and_then(|c| c.to_digit(8)) else { break };
                    code = code * 8 + digit;
                    self.at += 1;
                }
                char::from_u32(code).unwrap_or('\0')
            }
            '_' => '_',
            c if c.is_alphanumeric() => return Err(format!("`\\{c}` is no escape that is known")),
            c => c,
        })
    }

    fn hexadecimal(&mut self, digits: usize) -> Result<char, String> {
        let text: String = self.chars[self.at..].iter().take(digits).collect();
        self.at += text.chars().count();
        let code = u32::from_str_radix(&text, 16).ok().and_then(char::from_u32);
        code.ok_or_else(|| format!("`{text}` is the code of no character"))
    }
}

fn push_literal(out: &mut String, c: char) {
    if matches!(c, '\\' | '.' | '+' | '*' | '?' | '(' | ')' | '|' | '[' | ']' | '{' | '}' | '^' | '$' | '#') {
        out.push('\\');
    }
    out.push(c);
}

#[cfg(test)]
mod tests;
