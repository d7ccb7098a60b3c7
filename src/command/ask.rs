//! Questions on a terminal. Owns [`Dialog`]. Where there is no terminal, nobody is asked.

use std::io::{self, BufRead, IsTerminal, Write};

/// Somebody who can be asked.
pub(super) struct Dialog<'a> {
    answers: &'a mut dyn BufRead,
    questions: &'a mut dyn Write,
}

/// Talks to the person at the terminal, if there is one: questions go to standard error, for standard output may be read
/// by a program.
pub(super) fn on_terminal<T>(talk: impl FnOnce(&mut Dialog) -> Option<T>) -> Option<T> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return None;
    }
    talk(&mut Dialog::new(&mut io::stdin().lock(), &mut io::stderr().lock()))
}

impl<'a> Dialog<'a> {
    /// Reads answers from here, and writes questions there.
    pub(super) fn new(answers: &'a mut dyn BufRead, questions: &'a mut dyn Write) -> Dialog<'a> {
        Dialog { answers, questions }
    }

    /// One line of text; `usual` where the answer is empty. Nothing when there are no more answers.
    pub(super) fn text(&mut self, question: &str, usual: Option<&str>) -> Option<String> {
        loop {
            let shown = usual.map_or(String::new(), |usual| format!(" [{usual}]"));
            write!(self.questions, "{question}{shown}: ").and_then(|()| self.questions.flush()).ok()?;
            let mut answer = String::new();
            if self.answers.read_line(&mut answer).ok()? == 0 {
                return None;
            }
            match (answer.trim(), usual) {
                ("", None) => {}
                ("", Some(usual)) => return Some(usual.to_owned()),
                (answer, _) => return Some(answer.to_owned()),
            }
        }
    }

    /// One of two things, by the number before it. True for the first.
    pub(super) fn first_of(&mut self, question: &str, first: &str, second: &str) -> Option<bool> {
        loop {
            match self.text(&format!("{question}\n  1  {first}\n  2  {second}\n1 or 2"), None)?.as_str() {
                "1" => return Some(true),
                "2" => return Some(false),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_asked_until_it_is_answered() {
        let mut asked = Vec::new();
        let mut answers = "\n\nHarbor \n3\n2\n".as_bytes();
        let mut dialog = Dialog::new(&mut answers, &mut asked);
        assert_eq!(dialog.text("Name", Some("Kelp")).as_deref(), Some("Kelp"));
        assert_eq!(dialog.text("Name", None).as_deref(), Some("Harbor"));
        assert_eq!(dialog.first_of("Which?", "this", "that"), Some(false));
        assert_eq!(dialog.text("More", None), None);
        let which = "Which?\n  1  this\n  2  that\n1 or 2: ";
        assert_eq!(String::from_utf8(asked).unwrap(), format!("Name [Kelp]: Name: Name: {which}{which}More: "));
    }
}
