//! Where the pieces of a rewritten text stand in the text that was written. Owns [`Places`].

use crate::source::Span;

/// Pieces in order. Without any, the text is as it was written.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, Copy)]
struct Piece {
    /// Where it begins in the rewritten text.
    at: u32,
    /// Where it was written.
    from: Span,
    /// It reads as it was written; else it stands for all of what was.
    verbatim: bool,
}

impl Places {
    /// The text goes on with what is written here.
    pub(super) fn copied(&mut self, at: usize, from: Span) {
        self.pieces.push(Piece { at: at as u32, from, verbatim: true });
    }

    /// The text goes on with something that stands for what is written here.
    pub(super) fn replaced(&mut self, at: usize, from: Span) {
        self.pieces.push(Piece { at: at as u32, from, verbatim: false });
    }

    /// Where a range of the rewritten text was written.
    pub(super) fn origin(&self, range: std::ops::Range<usize>) -> Span {
        let Some(first) = self.piece(range.start) else { return Span::from(range) };
        let start = match first.verbatim {
            true => (first.from.start + (range.start as u32).saturating_sub(first.at)).min(first.from.end),
            false => first.from.start,
        };
        if range.end <= range.start {
            return Span { start, end: start };
        }
        let last = self.piece(range.end - 1).unwrap_or(first);
        let end = match last.verbatim {
            true => (last.from.start + (range.end as u32).saturating_sub(last.at)).min(last.from.end),
            false => last.from.end,
        };
        Span { start, end: end.max(start) }
    }

    fn piece(&self, at: usize) -> Option<Piece> {
        let after = self.pieces.partition_point(|piece| piece.at as usize <= at);
        self.pieces.get(after.saturating_sub(1)).copied()
    }
}
